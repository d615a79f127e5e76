package cco.cli.command;

import cco.core.error.UsageException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** What was typed for one command: which options, and the words that are no options, to be taken one by one. */
final class Arguments {

    private final String hint;
    private final Set<String> options;
    private final Deque<String> operands;

    /**
     * The arguments of a command.
     *
     * @param command as the user types it, such as {@code release add}
     * @param options the long names of the options that were given
     */
    Arguments(String command, Set<String> options, Collection<String> operands) {
        this.hint = hint(command);
        this.options = Set.copyOf(options);
        this.operands = new ArrayDeque<>(operands);
    }

    /** Where the user finds out how it is typed rightly. */
    static String hint(String command) {
        return "cco help" + (command.isEmpty() ? "" : " " + command) + " tells how to use it";
    }

    /** Refuses an option together with any of the others. */
    void excludes(String option, String... others) throws UsageException {
        for (String other : others) {
            if (options.contains(option) && options.contains(other)) {
                throw new UsageException(option + " and " + other + " exclude each other", hint);
            }
        }
    }

    /** Refuses that one of these options is missing. */
    void requires(String... required) throws UsageException {
        for (String option : required) {
            if (!options.contains(option)) {
                throw new UsageException(option + " is missing", hint);
            }
        }
    }

    /** The next operand, if there is one. */
    <T> Optional<T> optional(String name, Class<T> type) throws UsageException {
        return operands.isEmpty()
                ? Optional.empty()
                : Optional.of(Values.convert(type, name, operands.removeFirst(), hint));
    }

    /** The next operand. */
    <T> T required(String name, Class<T> type) throws UsageException {
        return optional(name, type).orElseThrow(() -> new UsageException(name + " is missing", hint));
    }

    /** Refuses further operands. */
    void end() throws UsageException {
        if (!operands.isEmpty()) {
            throw new UsageException("unexpected argument: " + operands.getFirst(), hint);
        }
    }

    /** A refusal for another reason. */
    UsageException refuse(String message) {
        return new UsageException(message, hint);
    }
}
