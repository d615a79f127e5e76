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
 * {@code cco help}. Each topic is one text, {@code help/<topic>.txt}, written by hand; the first one tells about cco
 * as a whole.
 */
final class HelpCommand implements Command {

    private String topic = "";

    /** Help about a command or a group, or about cco if the topic is empty. */
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
    public ExitCode run(CommandContext session) {
        List<String> lines = text(topic).lines().toList();
        session.console()
                .result(Event.named("help").with("topic", topic).with("text", String.join("\n", lines)), lines);
        return ExitCode.OK;
    }

    /** What a topic's text says on the line of an option or a command; empty if it has no such line. */
    static String about(String topic, String word) {
        Matcher line = Pattern.compile("(?m)^  (?:-\\w, )?" + Pattern.quote(word) + "(?: [A-Z\\[\\]\"]+ | {2,}) *(.*)$")
                .matcher(text(topic));
        return line.find() ? line.group(1).strip() : "";
    }

    static String text(String topic) {
        String name = "help/" + (topic.isEmpty() ? "cco" : topic.replace(' ', '-')) + ".txt";
        try (InputStream text = HelpCommand.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own text cannot be read: " + name, e);
        }
    }
}
