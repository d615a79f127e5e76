import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The results as Markdown. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append('\n');
    }

    void chapter(String title) {
        line("\n## " + title + "\n");
    }

    /** A table of times, each beside its ratio to a reference. */
    void times(Map<String, Timing.Least> results, String reference) {
        Timing.Least base = results.get(reference);
        line("| | wall ms | CPU ms | wall, ratio | CPU, ratio |");
        line("| --- | ---: | ---: | ---: | ---: |");
        results.forEach((name, least) -> line("| %s | %.0f | %.0f | %.2f | %.2f |"
                .formatted(name, least.wall(), least.cpu(), least.wall() / base.wall(), least.cpu() / base.cpu())));
        line("\nRatios to " + reference + ".");
    }

    /** A curve, drawn by the viewer of the page. */
    void curve(String title, String unit, Map<Integer, Double> points) {
        line("\n```mermaid\nxychart-beta");
        line("  title \"" + title + "\"");
        line("  x-axis " + points.keySet().stream().map(String::valueOf).toList());
        line("  y-axis \"" + unit + "\"");
        line("  line "
                + points.values().stream()
                        .map(value -> String.format(Locale.ROOT, "%.0f", value))
                        .toList());
        line("```");
    }

    /** One row with the peaks of cco and of the program that makes the start-up archive. */
    void memory(String name, Peak peak) {
        String dump = "SharedClassListFile";
        line("| %s | %d | %d |".formatted(name, peak.megabytes(dump, false), peak.megabytes(dump, true)));
    }

    /** The results of JMH, if it has run. */
    void kernels(Path csv) throws IOException {
        if (!Files.exists(csv)) {
            return;
        }
        chapter("Kernels, warm, by JMH: microseconds for one operation");
        line("| | µs | ± |\n| --- | ---: | ---: |");
        for (String row : Files.readAllLines(csv)) {
            String[] cells = row.replace("\"", "").split(",");
            if (!cells[0].equals("Benchmark")) {
                line("| %s | %.0f | %.0f |"
                        .formatted(
                                cells[0].replaceAll(".*\\.", ""),
                                Double.parseDouble(cells[4]),
                                Double.parseDouble(cells[5])));
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
