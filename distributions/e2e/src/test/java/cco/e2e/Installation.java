package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.tck.server.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A machine with {@code hello} 1.0.0, whose publisher has released 1.1.0. */
final class Installation {

    private final Machine machine;
    private HomeSnapshot before;

    /** Installs it from these sources, best first. */
    Installation(Path folder, Object... places) throws IOException {
        machine = new Machine(folder.resolve("machine"));
        machine.install("hello", List.of(places), "--version", "1.0.0");
        before = HomeSnapshot.of(machine.home());
    }

    /** A publisher of both versions; the newer archive is large enough to be downloaded in several parts. */
    static Publisher publisher(Path folder) throws IOException {
        Publisher publisher = new Publisher(folder, "hello").release("1.0.0");
        Path build = publisher.build("1.1.0");
        byte[] data = new byte[300_000];
        new Random(1).nextBytes(data);
        Files.write(build.resolve("share/data"), data);
        return publisher.add("1.1.0", build);
    }

    Machine machine() {
        return machine;
    }

    /** The folder of downloads. */
    Path blobs() {
        return machine.home().resolve("cache/blobs/sha256");
    }

    /** Appends to the configuration file. */
    Installation configure(String toml) throws IOException {
        Files.writeString(machine.home().resolve("config/config.toml"), "\n" + toml, StandardOpenOption.APPEND);
        before = HomeSnapshot.of(machine.home());
        return this;
    }

    /** Runs {@code cco update} with these options, or with {@code --yes} if there are none. */
    Run update(String... options) throws IOException {
        return machine.cco(arguments(options));
    }

    Machine.Started startUpdate(String... options) throws IOException {
        return machine.start(arguments(options));
    }

    /**
     * Updates with a shorter network timeout than the 30 s of the configuration. The timeout also covers the good
     * answers of the same update, on a busy machine too, so it must not be too short.
     */
    Run updateWithin(int seconds, String... options) throws IOException {
        Path config = machine.home().resolve("config/config.toml");
        Path other = machine.home().resolveSibling("within-" + seconds + ".toml");
        Files.writeString(other, Files.readString(config) + "\n[network]\ntimeout_seconds = " + seconds + "\n");
        List<String> arguments = new ArrayList<>(List.of("--config", other.toString()));
        arguments.addAll(List.of(arguments(options)));
        return machine.cco(arguments.toArray(String[]::new));
    }

    /** Updates from a server with this fault; the short timeout applies only to servers that hang. */
    Run updateFrom(Faults fault, int seconds) throws IOException {
        boolean hangs = fault.name().startsWith("STALLED") || fault.name().startsWith("DRIPPING");
        return hangs ? updateWithin(seconds) : update();
    }

    private static String[] arguments(String... options) {
        List<String> arguments = new ArrayList<>(List.of("update", "hello"));
        arguments.addAll(options.length == 0 ? List.of("--yes") : List.of(options));
        return arguments.toArray(String[]::new);
    }

    /** Asserts that a failed command has changed nothing. */
    Installation isUntouched() throws IOException {
        before.requireUnchanged();
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        machine.cco("--version").exits(0).prints("cco " + Machine.VERSION);
        return this;
    }

    /** Asserts that an update succeeds and leaves no unfinished download. */
    void updates() throws IOException {
        update().exits(0).prints("1.1.0");
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
        assertEquals(List.of(), partials());
    }

    /** The unfinished downloads, the archive first. */
    List<Path> partials() throws IOException {
        try (var files = Files.list(blobs())) {
            return files.filter(file -> file.toString().endsWith(".partial"))
                    .sorted()
                    .toList();
        }
    }
}
