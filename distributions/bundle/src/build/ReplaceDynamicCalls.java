import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Replaces dynamic calls ({@code invokedynamic}) in all jars of a folder by static methods: {@code java
 * ReplaceDynamicCalls.java FOLDER}. The compiler uses dynamic calls for {@code equals} and {@code hashCode} of
 * records and for switches over types. Java generates the code for such a call at its first use, in every
 * run, because the startup archive cannot contain it. That takes a sixth of the processor time of a short command.
 *
 * <p>Each replacement is a private static method of the same class that does what the documentation of ObjectMethods or
 * SwitchBootstraps specifies. Lambdas and concatenated strings stay, because the startup archive contains their code;
 * {@code toString} of records stays, because short commands do not use it. Calls of an unknown form stay, too.
 */
final class ReplaceDynamicCalls {

    private final Map<ClassDesc, byte[]> classes = new HashMap<>();
    private final ClassFile file = ClassFile.of(
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(this::read)
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .cached()));

    public static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (var files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        ReplaceDynamicCalls tool = new ReplaceDynamicCalls();
        for (Path jar : jars) {
            tool.visit(jar, tool::remember);
        }
        for (Path jar : jars) {
            tool.rewrite(jar);
        }
    }

    /** One entry of a jar. */
    private record Entry(ZipEntry head, byte[] content) {

        boolean isClass() {
            return head.getName().endsWith(".class") && !head.getName().endsWith("module-info.class");
        }
    }

    private void visit(Path jar, Consumer<Entry> visitor) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                visitor.accept(new Entry(entry, zip.readAllBytes()));
            }
        }
    }

    private void remember(Entry entry) {
        if (entry.isClass()) {
            classes.put(file.parse(entry.content()).thisClass().asSymbol(), entry.content());
        }
    }

    private ByteArrayInputStream read(ClassDesc name) {
        byte[] bytes = classes.get(name);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    private void rewrite(Path jar) throws IOException {
        List<Entry> entries = new ArrayList<>();
        visit(jar, entries::add);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Entry entry : entries) {
                ZipEntry head = new ZipEntry(entry.head().getName());
                head.setTimeLocal(entry.head().getTimeLocal());
                zip.putNextEntry(head);
                zip.write(entry.isClass() ? replaceCalls(entry.content()) : entry.content());
            }
        }
    }

    private byte[] replaceCalls(byte[] bytes) {
        ClassModel model = file.parse(bytes);
        Replacements added =
                new Replacements(model.thisClass().asSymbol(), model.flags().has(AccessFlag.INTERFACE));
        ClassTransform calls = ClassTransform.transformingMethodBodies((code, element) -> {
            if (!(element instanceof InvokeDynamicInstruction call) || !added.replace(call, code)) {
                code.with(element);
            }
        });
        byte[] result = file.transformClass(model, calls.andThen(ClassTransform.endHandler(added::write)));
        return added.methods.isEmpty() ? bytes : result;
    }

    /** The methods that replace the dynamic calls of a class. */
    private record Replacements(ClassDesc owner, boolean isInterface, List<Method> methods) {

        Replacements(ClassDesc owner, boolean isInterface) {
            this(owner, isInterface, new ArrayList<>());
        }

        private record Method(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

        /** Replaces a call; returns false if the call must stay. */
        boolean replace(InvokeDynamicInstruction call, CodeBuilder code) {
            DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
            MethodTypeDesc type = call.typeSymbol();
            List<ConstantDesc> arguments = call.bootstrapArgs();
            Consumer<CodeBuilder> body =
                    switch (bootstrap.owner().displayName() + "." + bootstrap.methodName()) {
                        case "ObjectMethods.bootstrap" ->
                            ReplacementBodies.RecordMethod.of(call.name().stringValue(), owner, arguments);
                        case "SwitchBootstraps.typeSwitch" -> ReplacementBodies.TypeSwitch.of(arguments);
                        default -> null;
                    };
            if (body == null) {
                return false;
            }
            Method method = new Method("dynamic$" + methods.size(), type, body);
            methods.add(method);
            code.invokestatic(owner, method.name(), type, isInterface);
            return true;
        }

        void write(ClassBuilder builder) {
            int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
            for (Method method : methods) {
                builder.withMethodBody(method.name(), method.type(), flags, method.body());
            }
        }
    }
}
