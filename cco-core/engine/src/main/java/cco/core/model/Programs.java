package cco.core.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The programs of a version that users start, as paths in its folder.
 *
 * @param executable the program that the app's own command starts
 * @param commands the programs of further commands, by the command's name
 * @param healthArguments the arguments with which the executable tests itself; empty if it cannot
 */
public record Programs(String executable, SortedMap<String, String> commands, List<String> healthArguments) {

    private static final int MAX_LENGTH = 63;

    /**
     * Copies the commands after checking their names.
     *
     * @throws IllegalArgumentException if a name is invalid, or two differ only in case
     */
    public Programs {
        Set<String> distinct = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : commands.keySet()) {
            if (!isCommandName(name)) {
                throw new IllegalArgumentException("not the name of a command: " + name);
            }
            if (!distinct.add(name)) {
                throw new IllegalArgumentException("two commands differ only in case: " + name);
            }
        }
        commands = Collections.unmodifiableSortedMap(new TreeMap<>(commands));
        healthArguments = List.copyOf(healthArguments);
    }

    /**
     * {@return the programs of a version with one command}
     *
     * @param executable the path of its program
     */
    public static Programs of(String executable) {
        return of(executable, Map.of());
    }

    /**
     * {@return the programs of a version with several commands}
     *
     * @param executable the program that the app's own command starts
     * @param commands all other commands and their programs
     */
    public static Programs of(String executable, Map<String, String> commands) {
        return new Programs(executable, new TreeMap<>(commands), List.of());
    }

    /**
     * {@return the same programs with a health check}
     *
     * @param arguments the arguments with which the executable tests itself; empty if it cannot
     */
    public Programs checkedBy(List<String> arguments) {
        return new Programs(executable, commands, arguments);
    }

    /**
     * {@return whether a text can name a command: a letter or digit, then up to 62 of these and {@code . _ + -}}
     *
     * @param text any text
     */
    public static boolean isCommandName(String text) {
        // No regular expression: receipts are read at every start.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!alphanumeric && (i == 0 || "._+-".indexOf(c) < 0)) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }
}
