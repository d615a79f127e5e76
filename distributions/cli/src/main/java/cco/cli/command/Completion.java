package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.parse.GlobalOptions;
import cco.cli.parse.OptionParser;
import cco.core.config.CheckInterval;
import cco.core.config.EffectiveSetting;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.TrustModeName;
import cco.core.model.Version;
import cco.publisher.repository.KnownPlatforms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the words that can stand at the cursor.
 *
 * <p>It lets the command itself parse the words before the cursor, so there is no second list of options and operands.
 */
final class Completion {

    private final List<String> before;
    private final CompletionSource source;
    private final Function<CommandName, Command> factory;

    private Completion(List<String> before, CompletionSource source, Function<CommandName, Command> factory) {
        this.before = before;
        this.source = source;
        this.factory = factory;
    }

    /**
     * The candidates for the last word.
     *
     * @param words after {@code cco}; the last one, which may be empty, is at the cursor
     */
    static List<CompletionItem> of(List<String> words, CompletionSource source, Function<CommandName, Command> factory)
            throws CcoException {
        String typed = words.isEmpty() ? "" : words.getLast();
        List<String> before = words.isEmpty() ? List.of() : words.subList(0, words.size() - 1);
        int equals = typed.startsWith("--") ? typed.indexOf('=') : -1;
        if (equals > 0) {
            List<String> split = new ArrayList<>(before);
            split.addAll(List.of(typed.substring(0, equals), typed.substring(equals + 1)));
            return of(split, source, factory).stream()
                    .map(item -> item.after(typed.substring(0, equals + 1)))
                    .toList();
        }
        return new Completion(before, source, factory)
                .candidates(typed.startsWith("-")).stream()
                        .filter(candidate -> candidate.startsWith(typed))
                        .toList();
    }

    private List<CompletionItem> candidates(boolean option) throws CcoException {
        int first = GlobalOptions.commandIndex(before);
        if (first > before.size()) {
            return List.of(CompletionItem.FILES);
        }
        if (first == before.size()) {
            return option ? options("", new GlobalOptions()) : commands();
        }
        String word = before.get(first);
        List<String> members = CommandName.inGroup(word);
        boolean group = !members.isEmpty();
        if (group && first + 1 == before.size()) {
            return option ? options(word, new GlobalOptions()) : about(members, word + " ");
        }
        String command = group ? word + " " + before.get(first + 1) : word;
        List<String> rest = new ArrayList<>(before.subList(0, first));
        rest.addAll(before.subList(first + (group ? 2 : 1), before.size()));
        Optional<CommandName> name = CommandName.of(command);
        return name.isPresent() ? inside(name.get(), rest, option) : List.of();
    }

    private List<CompletionItem> inside(CommandName name, List<String> rest, boolean option) throws CcoException {
        Command command = factory.apply(name);
        Optional<OptionParser.Option> open = rest.isEmpty()
                ? Optional.empty()
                : OptionParser.options(new GlobalOptions(), command).stream()
                        .filter(known -> known.names().contains(rest.getLast())
                                && known.value().isPresent())
                        .findFirst();
        if (open.isPresent()) {
            Read read = read(name, rest.subList(0, rest.size() - 1));
            return values(open.get().names().getFirst(), open.get().value().get(), read);
        }
        return option ? options(name.words(), new GlobalOptions(), command) : operand(name, rest);
    }

    /** The candidates for the next operand. */
    private List<CompletionItem> operand(CommandName name, List<String> rest) throws CcoException {
        Read read = read(name, rest);
        Optional<Arguments.Wanted> wanted = read.arguments().flatMap(Arguments::wanted);
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (!wanted.get().choices().isEmpty()) {
            return wanted.get().choices().stream().map(CompletionItem::of).toList();
        }
        return switch (wanted.get().name()) {
            case "KEY" ->
                source.keys().stream()
                        .map(key -> new CompletionItem(key.key().toString(), key.doc()))
                        .toList();
            case "VALUE" -> settingValues(rest.getLast());
            case "COMMAND" ->
                Stream.concat(commands().stream(), about(HelpText.GUIDES, "help ").stream())
                        .toList();
            default -> values(wanted.get().name(), wanted.get().type(), read);
        };
    }

    private List<CompletionItem> settingValues(String key) throws CcoException {
        if (key.endsWith("updates.channel")) {
            return words(source.channels(AppName.CCO));
        }
        if (key.endsWith("updates.check_interval")) {
            return words(Stream.of(CheckInterval.values())
                    .map(CheckInterval::toString)
                    .toList());
        }
        boolean truth = source.keys().stream()
                .filter(setting -> setting.key().toString().equals(key))
                .map(EffectiveSetting::value)
                .anyMatch(value -> value.isPresent() && value.get() instanceof Boolean);
        return words(truth ? List.of("true", "false") : List.of());
    }

    private List<CompletionItem> values(String name, Class<?> type, Read read) throws CcoException {
        AppName app = read.app();
        Optional<Path> repository = read.repository();
        if (type == Path.class) {
            return List.of(CompletionItem.FILES);
        } else if (type == AppName.class) {
            return words(source.apps());
        } else if (type == Channel.class) {
            return words(repository.isPresent() ? source.channels(repository.get()) : source.channels(app));
        } else if (type == Version.class) {
            return words(repository.isPresent() ? source.versions(repository.get()) : source.versions(app));
        } else if (type == Platform.class) {
            return words(KnownPlatforms.NAMES);
        }
        return switch (name) {
            case "--source" -> words(source.sources(app));
            case "--trust" ->
                words(Stream.of(TrustModeName.values())
                        .map(TrustModeName::toString)
                        .toList());
            case "--from", "--cco", "FOLDER|ARCHIVE" -> List.of(CompletionItem.FILES);
            default -> List.of();
        };
    }

    /** A command and its arguments before the cursor, which are empty if its options are wrong. */
    private record Read(Command command, Optional<Arguments> arguments) {

        /** The app among the arguments, or cco. */
        AppName app() {
            return arguments.flatMap(Arguments::app).orElse(AppName.CCO);
        }

        /** The release repository, if the command changes one. */
        Optional<Path> repository() {
            return command instanceof ManifestChangeCommand change
                    ? Optional.ofNullable(change.repository())
                    : Optional.empty();
        }
    }

    private Read read(CommandName name, List<String> words) {
        Command command = factory.apply(name);
        try {
            Arguments arguments = OptionParser.parse(name.words(), words, new GlobalOptions(), command);
            try {
                command.accept(arguments);
            } catch (UsageException incomplete) {
                // The words end at the cursor, so something is usually missing.
            }
            return new Read(command, Optional.of(arguments));
        } catch (UsageException wrong) {
            return new Read(command, Optional.empty());
        }
    }

    private List<CompletionItem> options(String topic, Object... declarations) {
        return OptionParser.options(declarations).stream()
                .map(option -> option.names().getLast())
                .filter(option -> !before.contains(option))
                .map(option -> new CompletionItem(option, HelpText.about(topic, option)))
                .toList();
    }

    private static List<CompletionItem> commands() {
        return about(
                CommandName.topics().stream()
                        .filter(topic -> !topic.contains(" "))
                        .toList(),
                "");
    }

    private static List<CompletionItem> about(List<String> commands, String group) {
        return commands.stream()
                .map(word -> new CompletionItem(word, HelpText.about("", group + word)))
                .toList();
    }

    private static List<CompletionItem> words(List<String> words) {
        return words.stream().map(CompletionItem::of).toList();
    }
}
