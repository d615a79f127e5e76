package cco.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A user's machine: a home folder of its own, and programs that run in it as from a shell without a terminal. */
final class Machine {

    /** The folder of the linked bundle. */
    static final Path BUNDLE =
            Path.of(System.getProperty("cco.bundle")).toAbsolutePath().normalize();

    /** The bundle's version. */
    static final String VERSION = System.getProperty("cco.version");

    private static final long LIMIT_SECONDS = 300;
    private static final Duration POLL = Duration.ofMillis(20);

    private static final Pattern UNFINISHED = Pattern.compile("\\.staging|journal\\.json|.*\\.tmp|\\.current\\..*");

    private final Path folder;
    private final Optional<Path> program;
    private final Map<String, String> environment = new TreeMap<>();

    /** A machine that runs {@link InstalledCco}. */
    Machine(Path folder) throws IOException {
        this(folder, Optional.empty());
    }

    /** A machine that runs this cco. */
    Machine(Path folder, Path program) throws IOException {
        this(folder, Optional.of(program));
    }

    private Machine(Path folder, Optional<Path> program) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.program = program;
        environment.put("CCO_HOME", home().toString());
        environment.put("HOME", folder.toString());
        environment.put("PATH", System.getenv("PATH"));
    }

    /** A machine that runs cco from the bundle's folder, as users do before they install it. */
    static Machine ofBundle(Path folder) throws IOException {
        return new Machine(folder, BUNDLE.resolve("cco"));
    }

    /** The cco of this machine. */
    Path program() {
        return program.orElseGet(InstalledCco::program);
    }

    /** The value of {@code CCO_HOME}. */
    Path home() {
        return folder.resolve("cco home");
    }

    /** The folder of an installed app. */
    Path app(String name) {
        return home().resolve("data/apps").resolve(name);
    }

    /** Sets an environment variable, or removes it if the value is empty. */
    Machine with(String variable, String value) {
        if (value.isEmpty()) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
        return this;
    }

    /** Runs cco. */
    Run cco(String... arguments) throws IOException {
        return await(start(arguments));
    }

    /** Starts cco. */
    Started start(String... arguments) throws IOException {
        return start(command(program().toString(), arguments));
    }

    /**
     * Installs an app with trust mode sha256. An installation that a test of this run has made before is copied.
     *
     * @param places the sources, best first
     */
    void install(String app, List<?> places, String... options) throws IOException {
        List<String> names = places.stream().map(Object::toString).toList();
        if (Files.exists(home())) {
            install(this, app, names, options).exits(0);
            return;
        }
        String key = "installed " + app + " " + List.of(options) + names.size() + manifestDigest(names.getFirst());
        Prepared.copy(key, home(), names, original -> {
            Machine machine = new Machine(original.resolveSibling("machine"), program());
            install(machine.with("CCO_HOME", original.toString()), app, names, options)
                    .exits(0);
            // Naming a version holds the app at it.
            machine.cco("unhold", app).exits(0);
        });
    }

    private static Run install(Machine machine, String app, List<String> places, String... options) throws IOException {
        List<String> install = new ArrayList<>(List.of("install", app, "--trust", "sha256"));
        places.forEach(place -> install.addAll(List.of("--from", place)));
        install.addAll(List.of(options));
        return machine.cco(install.toArray(String[]::new));
    }

    private static String manifestDigest(String place) throws IOException {
        URI base = place.startsWith("/") ? Path.of(place).toUri() : URI.create(place + "/");
        try (InputStream manifest =
                base.resolve("version-manifest.json").toURL().openStream()) {
            return base.getScheme() + " " + Digests.sha256(manifest);
        }
    }

    /** Runs the command of an installed app. */
    Run installed(String name, String... arguments) throws IOException {
        return run(command(home().resolve("bin").resolve(name).toString(), arguments));
    }

    /** Skips the test where one of these programs is not installed. */
    Machine requires(String... programs) {
        for (String program : programs) {
            assumeTrue(has(program), program + " is not installed");
        }
        return this;
    }

    /** Whether a program is on the PATH. */
    boolean has(String program) {
        return Stream.of(environment.get("PATH").split(":")).anyMatch(bin -> Files.isExecutable(Path.of(bin, program)));
    }

    /** Runs a program. */
    Run run(List<String> command) throws IOException {
        return await(start(command));
    }

    /** Starts a program; its output goes to files until {@link #await}. */
    Started start(List<String> command) throws IOException {
        Path out = Files.createTempFile(folder, "stdout", ".log");
        Path err = Files.createTempFile(folder, "stderr", ".log");
        ProcessBuilder builder = builder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        return new Started(process, out, err);
    }

    /** Prepares a program to run with this machine's environment. */
    ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** Files that exist only while cco works: staged and temporary files, and the journal. */
    List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(home())) {
            return files.filter(file ->
                            UNFINISHED.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    /** Waits for a program to end, at most five minutes. */
    static Run await(Started started) throws IOException {
        return await(started, LIMIT_SECONDS);
    }

    /** Waits for a program to end, at most so many seconds. */
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

    /** Polls a condition for at most five minutes; returns whether it became true. */
    static boolean waitFor(Condition condition) throws IOException {
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

    /** A running program. */
    record Started(Process process, Path out, Path err) {

        /** Polls a condition until it is true or the program ends. */
        void until(Condition condition) throws IOException {
            waitFor(() -> condition.holds() || !process.isAlive());
        }
    }

    /** A condition that a running program makes true. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }
}
