package cco.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The help texts: {@code help/<topic>.txt}, and the overview {@code help/cco.txt}. */
final class HelpText {

    /** The topics that are not commands. */
    static final List<String> GUIDES = List.of("environment", "files", "release.toml");

    private HelpText() {}

    /** The text of a topic; the overview if the topic is empty. */
    static String of(String topic) {
        String name = "help/" + (topic.isEmpty() ? "cco" : topic.replace(' ', '-')) + ".txt";
        try (InputStream text = HelpText.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }

    /** The description of an option or command in a text; empty if there is none. */
    static String about(String topic, String word) {
        Matcher line = Pattern.compile(
                        "(?m)^  (?:-\\w, )?" + Pattern.quote(word) + "(?: [A-Z=\\[\\]\"|]+ | {2,}) *(.*)$")
                .matcher(of(topic));
        return line.find() ? line.group(1).strip() : "";
    }
}
