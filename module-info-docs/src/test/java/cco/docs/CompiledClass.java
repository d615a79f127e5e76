package cco.docs;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A class and every name that its class file refers to.
 *
 * <p>Unlike a source file, a class file spells out imports, nested names and method references.
 *
 * @param name the binary name, with dots between packages and $ before nested types
 * @param superclass the binary name of the superclass; empty for an interface
 * @param uses types and fields as {@code java.lang.System.out}, methods as {@code java.lang.System.exit(I)V}; without
 *     the {@code permits} clause of a sealed type
 */
record CompiledClass(String name, String superclass, SortedSet<String> uses) {

    /** Finds types that occur only in descriptors and generic signatures. */
    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

    private static final ClassFile REWRITER =
            ClassFile.of(ConstantPoolSharingOption.NEW_POOL, StackMapsOption.DROP_STACK_MAPS);

    static CompiledClass read(byte[] bytes) {
        ClassModel model = withoutTypeLists(bytes);
        SortedSet<String> uses = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case FieldRefEntry field -> uses.add(member(field));
                case MemberRefEntry method ->
                    uses.add(member(method) + method.type().stringValue());
                case ClassEntry type -> uses.add(dotted(type.asInternalName()));
                case Utf8Entry text ->
                    DESCRIPTOR.matcher(text.stringValue()).results().forEach(match -> uses.add(dotted(match.group(1))));
                default -> {}
            }
        }
        String superclass = model.superclass()
                .map(type -> dotted(type.asInternalName()))
                .filter(type -> !model.flags().has(AccessFlag.INTERFACE))
                .orElse("");
        return new CompiledClass(dotted(model.thisClass().asInternalName()), superclass, uses);
    }

    String packageName() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The name of the type around it that is not nested. */
    String topLevel() {
        return name.replaceFirst("\\$.*", "");
    }

    /** The name in the source, without package and outer type; a number for an anonymous type. */
    String simpleName() {
        return name.replaceFirst(".*[.$]", "");
    }

    boolean isNested() {
        return name.contains("$");
    }

    /** A list of permitted, nested or inner types does not make the class depend on them. */
    private static ClassModel withoutTypeLists(byte[] bytes) {
        ClassTransform dropLists = ClassTransform.dropping(element -> element instanceof PermittedSubclassesAttribute
                || element instanceof NestMembersAttribute
                || element instanceof InnerClassesAttribute);
        return REWRITER.parse(REWRITER.transformClass(REWRITER.parse(bytes), dropLists));
    }

    private static String member(MemberRefEntry member) {
        return dotted(member.owner().asInternalName()) + "." + member.name().stringValue();
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
