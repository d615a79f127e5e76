import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The most memory that each program of a command holds at a time, from Linux's {@code VmHWM}, in MB. */
final class Peak {

    private final Map<Long, Long> kilobytes = new TreeMap<>();
    private final Map<Long, String> arguments = new TreeMap<>();

    /** Runs a script, and looks at its processes until it ends. */
    static Peak of(Path folder, String script) throws IOException, InterruptedException {
        Peak peak = new Peak();
        Process process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        while (process.isAlive()) {
            peak.look(process.pid()); // bash becomes its last command
            try (Stream<ProcessHandle> processes = process.descendants()) {
                processes.forEach(child -> peak.look(child.pid()));
            }
            Thread.sleep(2);
        }
        if (process.exitValue() != 0) {
            throw new IOException(script + "\nfailed:\n" + Files.readString(folder.resolve("output")));
        }
        return peak;
    }

    private void look(long pid) {
        try {
            String words = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            if (!words.isEmpty()) { // a process that has ended, but not been waited for, has no command line
                arguments.put(pid, words);
            }
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    kilobytes.merge(pid, Long.parseLong(line.replaceAll("\\D", "")), Math::max);
                }
            }
        } catch (IOException | NumberFormatException itHasEnded) {
            return;
        }
    }

    /** The largest process whose command line contains, or does not contain, a word. */
    long megabytes(String word, boolean contains) {
        return kilobytes.entrySet().stream()
                .filter(process -> arguments.getOrDefault(process.getKey(), "").contains(word) == contains)
                .mapToLong(process -> process.getValue() * 1024 / 1_000_000)
                .max()
                .orElse(0);
    }
}
