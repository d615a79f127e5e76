package cco.publisher.project;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place that a release repository is uploaded to.
 *
 * @param tool what uploads to it
 * @param target the place in the tool's own form; never with a password
 */
public record Destination(Tool tool, String target) {

    /** The tools that upload. */
    public enum Tool {
        /** A folder, here or on another machine. */
        RSYNC(
                "rsync",
                "a folder such as \"user@host:/srv/www/hello\" or \"/srv/www/hello\"",
                "[^\\s\\p{Cntrl}-][^\\s\\p{Cntrl}]*"),
        /** An object store, or anything else that rclone knows. */
        RCLONE(
                "rclone",
                "a configured remote such as \"store:bucket/hello\"",
                "[A-Za-z0-9_][A-Za-z0-9_.+@-]*:[^\\p{Cntrl}]*"),
        /** The releases of a repository on GitHub, and one of its branches. */
        GITHUB(
                "github",
                "a repository such as \"owner/name\"",
                "([A-Za-z0-9.-]+(:[0-9]+)?/)?[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+");

        private final String key;
        private final String expected;
        private final Pattern form;

        Tool(String key, String expected, String form) {
            this.key = key;
            this.expected = expected;
            this.form = Pattern.compile(form);
        }

        /** The key in {@code [upload]}. */
        public String key() {
            return key;
        }

        /** What its target looks like, for messages. */
        public String expected() {
            return expected;
        }
    }

    /**
     * Creates a destination after checking the form of its target, so that no tool takes it for an option.
     *
     * @throws IllegalArgumentException if the target has another form
     */
    public Destination {
        if (!tool.form.matcher(target).matches()) {
            throw new IllegalArgumentException("not " + tool.expected + ": " + target);
        }
    }

    /**
     * Parses a destination as users type it, such as {@code rsync:/srv/www/hello}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static Destination parse(String text) {
        String[] parts = text.split(":", 2);
        Optional<Tool> tool = Arrays.stream(Tool.values())
                .filter(each -> each.key.equals(parts[0]) && parts.length == 2)
                .findFirst();
        return new Destination(
                tool.orElseThrow(() -> new IllegalArgumentException("not a destination: " + text)), parts[1]);
    }

    /** Tool and target, in the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return tool.key + ":" + target;
    }
}
