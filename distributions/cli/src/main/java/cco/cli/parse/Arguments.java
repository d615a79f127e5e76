package cco.cli.parse;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Suggestion;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options and operands of one command; it takes its operands one by one. */
public final class Arguments {

    private final String hint;
    private final Set<String> options;
    private final Deque<String> operands;
    private Optional<AppName> app = Optional.empty();
    private Optional<Wanted> wanted = Optional.empty();

    /**
     * An operand that the command asked for and that is not there.
     *
     * @param name as in the help text
     * @param choices the words that completion offers
     */
    public record Wanted(String name, Class<?> type, List<String> choices) {}

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

    /** The hint that leads to the help text. */
    public static String hint(String command) {
        return "run `cco help" + (command.isEmpty() ? "" : " " + command) + "` for usage";
    }

    /** The message for a value that is not what is expected. */
    public static String invalid(String name, Object value, String expected) {
        return "invalid value for " + name + ": " + value + " (expected " + expected + ")";
    }

    /** Refuses the option together with any of the others. */
    public void excludes(String option, String... others) throws UsageException {
        for (String other : others) {
            if (options.contains(option) && options.contains(other)) {
                throw new UsageException(option + " cannot be used with " + other, hint);
            }
        }
    }

    /** Requires these options. */
    public void requires(String... required) throws UsageException {
        for (String option : required) {
            if (!options.contains(option)) {
                throw new UsageException("missing option: " + option, hint);
            }
        }
    }

    /** The next operand, if there is one. */
    public <T> Optional<T> optional(String name, Class<T> type) throws UsageException {
        Optional<String> word = next(new Wanted(name, type, List.of()));
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (word.get().isEmpty() && type != String.class) {
            throw refuse(name + " must not be empty");
        }
        T value = Values.convert(type, name, word.get(), hint);
        if (value instanceof AppName named) {
            app = Optional.of(named);
        }
        return Optional.of(value);
    }

    /** The next operand, for which completion offers these words. */
    public Optional<String> optional(String name, List<String> suggestions) {
        return next(new Wanted(name, String.class, suggestions));
    }

    /** The next operand, which cannot be used with an option. */
    public <T> Optional<T> optional(String name, Class<T> type, String option) throws UsageException {
        if (options.contains(option) && !operands.isEmpty()) {
            throw new UsageException(name + " cannot be used with " + option, hint);
        }
        return optional(name, type);
    }

    /** The next operand. */
    public <T> T required(String name, Class<T> type) throws UsageException {
        return optional(name, type).orElseThrow(() -> new UsageException("missing argument: " + name, hint));
    }

    /** The next operand, which must be one of these words. */
    public String choice(List<String> choices) throws UsageException {
        String all = String.join(", ", choices.subList(0, choices.size() - 1)) + " or " + choices.getLast();
        String word =
                next(new Wanted(all, String.class, choices)).orElseThrow(() -> refuse("missing argument: " + all));
        if (!choices.contains(word)) {
            throw new UsageException(
                    "expected " + all + ", but got " + word,
                    Suggestion.nearest(word, choices)
                            .map(near -> "did you mean " + near + "?")
                            .orElse(hint));
        }
        return word;
    }

    private Optional<String> next(Wanted operand) {
        if (operands.isEmpty() && wanted.isEmpty()) {
            wanted = Optional.of(operand);
        }
        return Optional.ofNullable(operands.pollFirst());
    }

    /** The first operand that was missing, which the user could type next. */
    public Optional<Wanted> wanted() {
        return wanted;
    }

    /** The app among the operands. */
    public Optional<AppName> app() {
        return app;
    }

    /** Refuses more operands. */
    public void end() throws UsageException {
        if (!operands.isEmpty()) {
            throw new UsageException("unexpected argument: " + operands.getFirst(), hint);
        }
    }

    /** An error with a hint that leads to the help text. */
    public UsageException refuse(String message) {
        return new UsageException(message, hint);
    }
}
