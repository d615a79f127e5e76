package cco.publisher.publish;

import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A changelog in Markdown, with a heading for each version. */
final class Changelog {

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*)");

    private final Path file;
    private final List<String> lines;

    private Changelog(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static Changelog read(Path file) throws UsageException {
        try {
            return new Changelog(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UsageException(
                    "cannot read " + file + ": " + IoReason.brief(e), "correct the key changelog of the project", e);
        }
    }

    /**
     * The text below a version's heading, such as {@code ## [1.2.0] - 2026-01-31}, up to the next heading of its rank.
     *
     * @throws UsageException if there is no such heading, or no text below it
     */
    String section(Version version) throws UsageException {
        Optional<List<String>> section = find(version.toString());
        if (section.isEmpty() && version.isPrerelease()) {
            section = find("Unreleased");
        }
        String text = String.join("\n", section.orElse(List.of())).strip();
        if (text.isEmpty()) {
            throw new UsageException(
                    file + " has no section about " + version, "add one below the heading `## " + version + "`");
        }
        return text + "\n";
    }

    private Optional<List<String>> find(String word) {
        List<String> section = null;
        int rank = 0;
        boolean code = false;
        for (String line : lines) {
            code ^= line.strip().startsWith("```");
            Matcher heading = HEADING.matcher(line);
            boolean title = !code && heading.matches();
            if (section != null && title && heading.group(1).length() <= rank) {
                break;
            }
            if (section != null) {
                section.add(line);
            } else if (title && names(heading.group(2), word)) {
                section = new ArrayList<>();
                rank = heading.group(1).length();
            }
        }
        return Optional.ofNullable(section);
    }

    private static boolean names(String title, String word) {
        return Arrays.stream(title.split("[\\s\\[\\](),:]+"))
                .anyMatch(each -> each.equalsIgnoreCase(word) || each.equalsIgnoreCase("v" + word));
    }
}
