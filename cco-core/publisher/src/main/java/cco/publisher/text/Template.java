package cco.publisher.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders, which are names in double braces. Values are inserted as they are, so the caller escapes
 * them for the format of the text. A line that has nothing but placeholders disappears if their values are empty.
 */
public final class Template {

    private static final Pattern NAME = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** Reads the template in a resource beside a class of this module. */
    public static Template of(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
    }

    /** The text without replacements. */
    public String text() {
        return text;
    }

    /**
     * Replaces the placeholders.
     *
     * @param values a value for each placeholder, in which placeholders have no meaning
     */
    public String fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            String result =
                    NAME.matcher(line).replaceAll(name -> Matcher.quoteReplacement(value(values, name.group(1))));
            if (!result.isBlank() || line.isBlank()) {
                filled.append(result);
            }
        }
        return filled.toString();
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the template needs a value for " + name);
        }
        return value;
    }
}
