import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs commands by turns and keeps the least time of each, which other programs on the machine disturb least. */
final class Timing {

    /** The least wall-clock and processor time of a command, in milliseconds. */
    record Least(double wall, double cpu) {

        Least and(Least other) {
            return new Least(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
        }
    }

    /** A command, and what has to happen before each run without being measured. */
    record Contender(String name, String before, String command) {}

    private final Path folder;
    private final List<Contender> contenders = new ArrayList<>();

    Timing(Path folder) {
        this.folder = folder;
    }

    Timing add(String name, String command) {
        return add(name, ":", command);
    }

    Timing add(String name, String before, String command) {
        contenders.add(new Contender(name, before, command));
        return this;
    }

    /** Runs every command once without measuring, then all of them in turn. */
    Map<String, Least> run(int rounds) throws IOException, InterruptedException {
        Map<String, Least> least = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (Contender contender : contenders) {
                shell(folder, contender.before());
                Least once = measure(contender.command());
                if (round >= 0) {
                    least.merge(contender.name(), once, Least::and);
                }
            }
        }
        return least;
    }

    private Least measure(String command) throws IOException, InterruptedException {
        Path times = folder.resolve("times");
        shell(folder, "TIMEFORMAT='%3R %3U %3S'; { time { " + command + "; } >output 2>&1; } 2>times");
        String[] words = Files.readString(times).strip().split(" ");
        return new Least(
                1000 * Double.parseDouble(words[0]),
                1000 * (Double.parseDouble(words[1]) + Double.parseDouble(words[2])));
    }

    /** Runs a script in bash; its failure ends the benchmark with what it printed. */
    static String shell(Path folder, String script) throws IOException, InterruptedException {
        Path output = folder.resolve("shell-output");
        Process process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            Path measured = folder.resolve("output");
            String more = Files.exists(measured) ? Files.readString(measured) : "";
            throw new IOException(script + "\nfailed:\n" + Files.readString(output) + more);
        }
        return Files.readString(output).strip();
    }
}
