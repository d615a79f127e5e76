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
 * Links at build time what Java links anew whenever a program runs, in all jars of a folder: {@code java
 * LinkEarly.java FOLDER}. Concatenated texts, records' {@code equals}, {@code hashCode} and {@code toString}, and
 * switches over types are compiled to calls that make their own code when they are first run; the start-up archive
 * cannot keep that code, and making it is a third of what a short command of cco costs. Here each such call becomes one
 * of a plain static method of the same class, which does what the Java documentation of StringConcatFactory,
 * ObjectMethods or SwitchBootstraps says. Lambdas stay: the archive keeps those. So does whatever has a form that is
 * not known here.
 */
final class LinkEarly {

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
        LinkEarly link = new LinkEarly();
        for (Path jar : jars) {
            link.visit(jar, link::remember);
        }
        for (Path jar : jars) {
            link.rewrite(jar);
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
                zip.write(entry.isClass() ? link(entry.content()) : entry.content());
            }
        }
    }

    private byte[] link(byte[] bytes) {
        ClassModel model = file.parse(bytes);
        Linked linked = new Linked(model.thisClass().asSymbol(), model.flags().has(AccessFlag.INTERFACE));
        ClassTransform calls = ClassTransform.transformingMethodBodies((code, element) -> {
            if (!(element instanceof InvokeDynamicInstruction call) || !linked.replace(call, code)) {
                code.with(element);
            }
        });
        byte[] result = file.transformClass(model, calls.andThen(ClassTransform.endHandler(linked::write)));
        return linked.methods.isEmpty() ? bytes : result;
    }

    /** The methods that a class gets in the place of its calls. */
    private record Linked(ClassDesc owner, boolean isInterface, List<Method> methods) {

        Linked(ClassDesc owner, boolean isInterface) {
            this(owner, isInterface, new ArrayList<>());
        }

        private record Method(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

        /** Returns false for a call that has to stay. */
        boolean replace(InvokeDynamicInstruction call, CodeBuilder code) {
            DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
            MethodTypeDesc type = call.typeSymbol();
            List<ConstantDesc> arguments = call.bootstrapArgs();
            Consumer<CodeBuilder> body =
                    switch (bootstrap.owner().displayName() + "." + bootstrap.methodName()) {
                        case "StringConcatFactory.makeConcatWithConstants" ->
                            PlainCode.Concatenation.of(type, arguments);
                        case "ObjectMethods.bootstrap" ->
                            PlainCode.RecordMethod.of(call.name().stringValue(), owner, arguments);
                        case "SwitchBootstraps.typeSwitch" -> PlainCode.TypeSwitch.of(arguments);
                        default -> null;
                    };
            if (body == null) {
                return false;
            }
            Method method = new Method("linked$" + methods.size(), type, body);
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
