package cco.publisher.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a script with places such as {@code @APP@}, and lines that include another text. */
final class ScriptTemplate {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^@include ([a-z0-9.]+)@\\n");
    private static final Pattern PLACE = Pattern.compile("@([A-Z]+)@");

    private final String text;

    /** Reads the resource with this name. */
    ScriptTemplate(String name) {
        this.text = INCLUDE.matcher(read(name)).replaceAll(match -> Matcher.quoteReplacement(read(match.group(1))));
    }

    /** Fills every place. */
    String with(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing for " + match.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String read(String name) {
        try (InputStream resource = ScriptTemplate.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }
}
