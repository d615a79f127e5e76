package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cco help}: prints a help text. */
final class HelpCommand implements Command {

    private String topic = "";

    /** Help for a command or a group; the overview if the topic is empty. */
    static HelpCommand about(String topic) {
        HelpCommand help = new HelpCommand();
        help.topic = topic;
        return help;
    }

    @Override
    public void accept(Arguments arguments) throws UsageException {
        List<String> words = new ArrayList<>();
        Optional<String> word = next(arguments, words);
        while (word.isPresent()) {
            words.add(word.get());
            word = next(arguments, words);
        }
        topic = words.isEmpty() ? "" : topic(words);
    }

    /** Completion asks for the same words: a command, and the commands of a group. */
    private static Optional<String> next(Arguments arguments, List<String> before) throws UsageException {
        List<String> members = before.size() == 1 ? CommandName.inGroup(before.getFirst()) : List.of();
        return arguments.optional(before.isEmpty() ? "COMMAND" : "WORD", members);
    }

    /** More words may follow a command, such as an action: {@code cco help config set}. */
    private static String topic(List<String> words) throws UsageException {
        if (words.size() == 1 && HelpText.GUIDES.contains(words.getFirst())) {
            return words.getFirst();
        }
        String two = String.join(" ", words.subList(0, Math.min(2, words.size())));
        Optional<CommandName> command = CommandName.of(two).or(() -> CommandName.of(words.getFirst()));
        if (command.isPresent()) {
            return command.get().words();
        }
        if (words.size() > 1 || !CommandName.topics().contains(two)) {
            throw CommandName.unknown(two);
        }
        return two;
    }

    @Override
    public ExitCode run(CommandContext context) {
        List<String> lines = HelpText.of(topic).lines().toList();
        context.console()
                .result(Event.named("help").with("topic", topic).with("text", String.join("\n", lines)), lines);
        return ExitCode.OK;
    }
}
