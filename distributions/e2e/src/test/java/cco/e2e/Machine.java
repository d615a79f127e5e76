package cco.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One user's machine: a home of its own, in which programs run as they would from a shell without a terminal. */
final class Machine {

    /** The unpacked bundle that the build has linked. */
    static final Path BUNDLE =
            Path.of(System.getProperty("cco.bundle")).toAbsolutePath().normalize();

    /** The version of that bundle. */
    static final String VERSION = System.getProperty("cco.version");

    private static final long LIMIT_SECONDS = 120;
    private static final Duration POLL = Duration.ofMillis(5);

    private static final Pattern UNFINISHED = Pattern.compile("\\.staging|journal\\.json|.*\\.tmp|\\.current\\..*");

    private final Path folder;
    private final Path program;
    private final Map<String, String> environment = new TreeMap<>();

    Machine(Path folder) throws IOException {
        this(folder, BUNDLE.resolve("cco"));
    }

    /** A machine on which cco is this program. */
    Machine(Path folder, Path program) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.program = program;
        environment.put("CCO_HOME", home().toString());
        environment.put("HOME", folder.toString());
        environment.put("PATH", System.getenv("PATH"));
    }

    /** What is run as cco. */
    Path program() {
        return program;
    }

    /** What {@code CCO_HOME} is set to. */
    Path home() {
        return folder.resolve("cco home");
    }

    /** The home of an app that cco keeps on this machine. */
    Path app(String name) {
        return home().resolve("data/apps").resolve(name);
    }

    /** Sets or, with an empty value, removes a variable for everything that runs from now on. */
    Machine with(String variable, String value) {
        if (value.isEmpty()) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
        return this;
    }

    /** Runs cco; where nothing else was said, from the bundle's folder, as before it is installed. */
    Run cco(String... arguments) throws IOException {
        return await(start(arguments));
    }

    /** Starts cco. */
    Started start(String... arguments) throws IOException {
        return start(command(program.toString(), arguments));
    }

    /** Runs the command that an installation has made. */
    Run installed(String name, String... arguments) throws IOException {
        return run(command(home().resolve("bin").resolve(name).toString(), arguments));
    }

    /** Runs any program to its end. */
    Run run(List<String> command) throws IOException {
        return await(start(command));
    }

    /** Starts any program; its output goes to files until {@link #await}. */
    Started start(List<String> command) throws IOException {
        Path out = Files.createTempFile(folder, "stdout", ".log");
        Path err = Files.createTempFile(folder, "stderr", ".log");
        ProcessBuilder builder = builder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        return new Started(process, out, err);
    }

    /** What is needed to start a program with this machine's environment. */
    ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** What is there only while cco is at work: staged and temporary files, and the journal. */
    List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(home())) {
            return files.filter(file ->
                            UNFINISHED.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    /** Waits for a started program; one that takes minutes has hung. */
    static Run await(Started started) throws IOException {
        return await(started, LIMIT_SECONDS);
    }

    /** Waits for a started program; one that takes longer has hung. */
    static Run await(Started started, long seconds) throws IOException {
        try {
            if (!started.process().waitFor(seconds, TimeUnit.SECONDS)) {
                started.process().destroyForcibly();
                throw new AssertionError("still running after " + seconds + " s: "
                        + started.process().info());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Run(started.process().exitValue(), read(started.out()), read(started.err()));
    }

    private static String read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }

    /** Looks again and again whether another program has come this far; gives up when it must have hung. */
    static boolean comesTrue(Condition condition) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(LIMIT_SECONDS).toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    static List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A program that runs. */
    record Started(Process process, Path out, Path err) {

        /** Looks again and again, as long as the program runs, whether it has come this far. */
        void until(Condition condition) throws IOException {
            comesTrue(() -> condition.holds() || !process.isAlive());
        }
    }

    /** Something that a program brings about while it runs. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }
}
