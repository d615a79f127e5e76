package cco.docs;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A class and every name that it uses. Class files hide nothing behind imports, qualified names or method references.
 *
 * @param name with dots, nested ones with $
 * @param uses types and fields as {@code java.lang.System.out}, methods as {@code java.lang.System.exit(I)V}
 */
record CompiledClass(String name, SortedSet<String> uses) {

    /** Types that occur only in descriptors and generic signatures. */
    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

    static CompiledClass read(byte[] bytes) throws IOException {
        ClassModel model = ClassFile.of().parse(bytes);
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
        return new CompiledClass(dotted(model.thisClass().asInternalName()), uses);
    }

    String packageName() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String member(MemberRefEntry member) {
        return dotted(member.owner().asInternalName()) + "." + member.name().stringValue();
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
