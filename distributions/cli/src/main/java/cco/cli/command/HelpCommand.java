package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code cco help}: prints a help text. The text of a topic is {@code help/<topic>.txt}, the overview {@code
 * help/cco.txt}.
 */
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
        Optional<String> word = arguments.optional("COMMAND", String.class);
        while (word.isPresent()) {
            topic = (topic + " " + word.get()).strip();
            word = arguments.optional("COMMAND", String.class);
        }
        if (!topic.isEmpty() && !CommandName.topics().contains(topic)) {
            throw CommandLine.unknown(topic);
        }
    }

    @Override
    public ExitCode run(CommandContext context) {
        List<String> lines = text(topic).lines().toList();
        context.console()
                .result(Event.named("help").with("topic", topic).with("text", String.join("\n", lines)), lines);
        return ExitCode.OK;
    }

    /** The description of an option or command in a help text; empty if there is none. */
    static String about(String topic, String word) {
        Matcher line = Pattern.compile("(?m)^  (?:-\\w, )?" + Pattern.quote(word) + "(?: [A-Z\\[\\]\"]+ | {2,}) *(.*)$")
                .matcher(text(topic));
        return line.find() ? line.group(1).strip() : "";
    }

    /** The help text of a topic. */
    static String text(String topic) {
        String name = "help/" + (topic.isEmpty() ? "cco" : topic.replace(' ', '-')) + ".txt";
        try (InputStream text = HelpCommand.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }
}
