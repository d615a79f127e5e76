package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.parse.GlobalOptions;
import cco.cli.parse.OptionParser;
import cco.core.config.EffectiveSetting;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.TrustModeName;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the words that can stand at the cursor.
 *
 * <p>It lets the command itself parse the words before the cursor, so there is no second list of options and operands.
 */
final class Completion {

    private static final List<String> PLATFORMS =
            List.of("linux-x86_64", "linux-aarch64", "darwin-arm64", "darwin-x86_64", "windows-x86_64");

    private final List<String> before;
    private final CompletionSource source;

    private Completion(List<String> before, CompletionSource source) {
        this.before = before;
        this.source = source;
    }

    /**
     * The candidates for the last word.
     *
     * @param words after {@code cco}; the last one, which may be empty, is at the cursor
     */
    static List<CompletionItem> of(List<String> words, CompletionSource source) throws CcoException {
        String typed = words.isEmpty() ? "" : words.getLast();
        List<String> before = words.isEmpty() ? List.of() : words.subList(0, words.size() - 1);
        return new Completion(before, source)
                .candidates(typed.startsWith("-")).stream()
                        .filter(candidate -> candidate.startsWith(typed))
                        .toList();
    }

    private List<CompletionItem> candidates(boolean option) throws CcoException {
        int first = CommandLine.commandIndex(before);
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
        Command command = name.create();
        Optional<OptionParser.Option> open = rest.isEmpty()
                ? Optional.empty()
                : OptionParser.options(new GlobalOptions(), command).stream()
                        .filter(known -> known.names().contains(rest.getLast())
                                && known.value().isPresent())
                        .findFirst();
        if (open.isPresent()) {
            List<String> complete = rest.subList(0, rest.size() - 1);
            return values(open.get().names().getFirst(), open.get().value().get(), app(name, complete));
        }
        return option ? options(name.words(), new GlobalOptions(), command) : operand(name, rest);
    }

    /** The candidates for the next operand. */
    private List<CompletionItem> operand(CommandName name, List<String> rest) throws CcoException {
        Optional<Arguments> read = read(name, rest);
        Optional<Arguments.Wanted> wanted = read.flatMap(Arguments::wanted);
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
                CommandName.topics().stream().map(CompletionItem::of).toList();
            default -> values(wanted.get().name(), wanted.get().type(), AppName.CCO);
        };
    }

    private List<CompletionItem> settingValues(String key) throws CcoException {
        if (key.endsWith("updates.channel")) {
            return words(source.channels(AppName.CCO));
        }
        boolean truth = source.keys().stream()
                .filter(setting -> setting.key().toString().equals(key))
                .map(EffectiveSetting::value)
                .anyMatch(value -> value.isPresent() && value.get() instanceof Boolean);
        return words(truth ? List.of("true", "false") : List.of());
    }

    private List<CompletionItem> values(String name, Class<?> type, AppName app) throws CcoException {
        if (type == Path.class) {
            return List.of(CompletionItem.FILES);
        } else if (type == AppName.class) {
            return words(source.apps());
        } else if (type == Channel.class) {
            return words(source.channels(app));
        } else if (type == Version.class) {
            return words(source.versions(app));
        } else if (type == Platform.class) {
            return words(PLATFORMS);
        }
        return switch (name) {
            case "--source" -> words(source.sources(app));
            case "--trust" ->
                words(Stream.of(TrustModeName.values())
                        .map(TrustModeName::toString)
                        .toList());
            case "--from", "FOLDER|ARCHIVE" -> List.of(CompletionItem.FILES);
            default -> List.of();
        };
    }

    /** The app among the words, or cco. */
    private static AppName app(CommandName name, List<String> words) {
        return read(name, words).flatMap(Arguments::app).orElse(AppName.CCO);
    }

    /** The arguments of a command; empty if its options are wrong. */
    private static Optional<Arguments> read(CommandName name, List<String> words) {
        Command command = name.create();
        try {
            Arguments arguments = OptionParser.parse(name.words(), words, new GlobalOptions(), command);
            try {
                command.accept(arguments);
            } catch (UsageException incomplete) {
                // The words end at the cursor, so something is usually missing.
            }
            return Optional.of(arguments);
        } catch (UsageException wrong) {
            return Optional.empty();
        }
    }

    private List<CompletionItem> options(String topic, Object... declarations) {
        return OptionParser.options(declarations).stream()
                .map(option -> option.names().getLast())
                .filter(option -> !before.contains(option))
                .map(option -> new CompletionItem(option, HelpCommand.about(topic, option)))
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
                .map(word -> new CompletionItem(word, HelpCommand.about("", group + word)))
                .toList();
    }

    private static List<CompletionItem> words(List<String> words) {
        return words.stream().map(CompletionItem::of).toList();
    }
}
