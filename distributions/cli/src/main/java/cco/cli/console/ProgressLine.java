package cco.cli.console;

import cco.core.model.ProgressListener.Phase;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The progress of a phase as a line of text.
 *
 * @param phase the current phase
 * @param done bytes done
 * @param total bytes in all, or -1 if unknown
 * @param rate the speed
 */
record ProgressLine(Phase phase, long done, long total, Rate rate) {

    private static final int SHORTEST_BAR = 10;
    private static final int LONGEST_BAR = 30;

    /** The verb for a phase. */
    static String name(Phase phase) {
        return switch (phase) {
            case CHECK -> "checking";
            case DOWNLOAD -> "downloading";
            case VERIFY -> "verifying";
            case UNPACK -> "unpacking";
            case PROVE -> "testing";
            case ACTIVATE -> "activating";
        };
    }

    /** The line in at most this many characters; the least important part is dropped first. */
    String fit(int width) {
        List<String> forms = total > 0 ? measured(width) : List.of(unmeasured(), name(phase));
        return forms.stream()
                .filter(line -> line.length() <= width)
                .findFirst()
                .orElseGet(() -> forms.getLast().substring(0, width));
    }

    private String unmeasured() {
        return join(name(phase), done > 0 ? Units.bytes(done) : "", speed());
    }

    /** The longest form first. */
    private List<String> measured(int width) {
        String bar = bar(width);
        String size = Units.bytes(done) + " of " + Units.bytes(total);
        return List.of(
                join(name(phase), bar, percent(), size, speed(), left()),
                join(name(phase), bar, percent(), speed(), left()),
                join(name(phase), bar, percent(), left()),
                join(name(phase), percent(), left()),
                join(name(phase), percent()));
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
    }

    /** Its length depends only on the terminal, so that changing numbers do not move it. */
    private String bar(int width) {
        int length = Math.clamp(width / 6, SHORTEST_BAR, LONGEST_BAR);
        int filled = (int) (length * share());
        String head = filled > 0 ? "=".repeat(filled - 1) + ">" : "";
        return "[" + head + " ".repeat(length - filled) + "]";
    }

    private String percent() {
        return String.format(Locale.ROOT, "%3d %%", (int) (100 * share()));
    }

    private double share() {
        return Math.clamp((double) done / total, 0, 1);
    }

    private String speed() {
        OptionalDouble bytes = rate.perSecond();
        return bytes.isEmpty() ? "" : Units.bytes(Math.max(0, Math.round(bytes.getAsDouble()))) + "/s";
    }

    private String left() {
        OptionalLong seconds = rate.secondsFor(Math.max(0, total - done));
        return seconds.isEmpty() ? "" : Units.clock(seconds.getAsLong()) + " left";
    }
}
