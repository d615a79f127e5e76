package cco.cli.parse;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads command lines without values, such as {@code update --check}, which most are.
 *
 * <p>JCommander reads the annotations of all options first, which takes a sixth of the time of a whole check. This
 * class finds a flag by the name of its field, which is the name of the flag, and leaves everything else to
 * {@link OptionParser}.
 */
final class PlainFlags {

    private final List<Object> declarations;
    private final Set<String> given = new TreeSet<>();
    private final List<String> operands = new ArrayList<>();

    private record Flag(Object owner, Field field) {

        /** A variable handle, because Java would generate five classes for {@code field.setBoolean}. */
        private void set() {
            try {
                MethodHandles.privateLookupIn(owner.getClass(), MethodHandles.lookup())
                        .unreflectVarHandle(field)
                        .set(owner, true);
            } catch (IllegalAccessException e) {
                throw new AssertionError("the field is in this module", e);
            }
        }
    }

    private PlainFlags(Object... declarations) {
        this.declarations = List.of(declarations);
    }

    /** Sets the flags among the words; empty, with nothing set, if there is any other option or a mistake. */
    static Optional<Arguments> parse(String command, List<String> words, Object... declarations) {
        PlainFlags plain = new PlainFlags(declarations);
        List<Flag> flags = new ArrayList<>();
        for (String word : words) {
            if (!word.startsWith("-") || word.equals("-")) {
                plain.operands.add(word);
                continue;
            }
            Optional<Flag> flag = plain.given.add(word) ? plain.flag(word) : Optional.empty();
            if (flag.isEmpty()) {
                return Optional.empty();
            }
            flags.add(flag.get());
        }
        flags.forEach(Flag::set);
        return Optional.of(new Arguments(command, plain.given, plain.operands));
    }

    private Optional<Flag> flag(String word) {
        for (Object owner : declarations) {
            for (Field field : owner.getClass().getDeclaredFields()) {
                if (field.getType() == boolean.class && name(field).equals(word)) {
                    return Optional.of(new Flag(owner, field));
                }
            }
        }
        return Optional.empty();
    }

    /** The flag that sets a field: {@code --dry-run} for {@code dryRun}. */
    static String name(Field field) {
        StringBuilder name = new StringBuilder("--");
        for (char c : field.getName().toCharArray()) {
            name.append(Character.isUpperCase(c) ? "-" : "").append(Character.toLowerCase(c));
        }
        return name.toString();
    }
}
