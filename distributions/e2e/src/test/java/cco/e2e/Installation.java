package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.e2e.InstalledCco.Cco;
import cco.tck.server.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A machine on which {@code hello} 1.0.0 is installed, while its publisher has 1.1.0 out. */
final class Installation {

    private final Machine machine;
    private Litter litter;

    /** Installs it from these places, best first. */
    Installation(Path folder, Cco cco, Object... places) throws IOException {
        machine = new Machine(folder.resolve("machine"), cco.program());
        List<String> install = new ArrayList<>(List.of("install", "hello", "--version", "1.0.0", "--trust", "sha256"));
        for (Object place : places) {
            install.addAll(List.of("--from", place.toString()));
        }
        machine.cco(install.toArray(String[]::new)).exits(0);
        litter = Litter.before(machine.home());
    }

    /** A publisher with both versions out; the newer one has a part that takes several reads to download. */
    static Publisher publisher(Path folder) throws IOException {
        Publisher publisher = new Publisher(folder, "hello").release("1.0.0");
        Path build = publisher.build("1.1.0");
        byte[] data = new byte[300_000];
        new Random(1).nextBytes(data);
        Files.write(build.resolve("share/data"), data);
        publisher.add("1.1.0", build).exits(0);
        return publisher;
    }

    Machine machine() {
        return machine;
    }

    /** Where downloads lie. */
    Path blobs() {
        return machine.home().resolve("cache/blobs/sha256");
    }

    /** Appends to the configuration, as with an editor. */
    Installation configure(String toml) throws IOException {
        Files.writeString(machine.home().resolve("config/config.toml"), "\n" + toml, StandardOpenOption.APPEND);
        litter = Litter.before(machine.home());
        return this;
    }

    /** Updates without a question, or does what the options say instead. */
    Run update(String... options) throws IOException {
        return machine.cco(arguments(options));
    }

    Machine.Started startUpdate(String... options) throws IOException {
        return machine.start(arguments(options));
    }

    /**
     * Updates with another time limit for the network than the 30 s of the configuration. Whatever a good server sends
     * meanwhile must come in this time too, however busy this machine is.
     */
    Run updateWithin(int seconds, String... options) throws IOException {
        Path config = machine.home().resolve("config/config.toml");
        Path other = machine.home().resolveSibling("within-" + seconds + ".toml");
        Files.writeString(other, Files.readString(config) + "\n[network]\ntimeout_seconds = " + seconds + "\n");
        List<String> arguments = new ArrayList<>(List.of("--config", other.toString()));
        arguments.addAll(List.of(arguments(options)));
        return machine.cco(arguments.toArray(String[]::new));
    }

    /** Updates from a server with this fault; the time limit is only for those that hang. */
    Run updateFrom(Faults fault, int seconds) throws IOException {
        boolean hangs = fault.name().startsWith("STALLED") || fault.name().startsWith("DRIPPING");
        return hangs ? updateWithin(seconds) : update();
    }

    private static String[] arguments(String... options) {
        List<String> arguments = new ArrayList<>(List.of("update", "hello"));
        arguments.addAll(options.length == 0 ? List.of("--yes") : List.of(options));
        return arguments.toArray(String[]::new);
    }

    /** Expects that a failed command has changed nothing. */
    Installation isUntouched() throws IOException {
        litter.requireNone();
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        machine.cco("--version").exits(0).prints("cco " + Machine.VERSION);
        return this;
    }

    /** Expects that the next update does its job, and that it leaves no unfinished download. */
    void updates() throws IOException {
        update().exits(0).prints("1.1.0");
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
        assertEquals(List.of(), partials());
    }

    /** The unfinished downloads; the one of an archive is first. */
    List<Path> partials() throws IOException {
        try (var files = Files.list(blobs())) {
            return files.filter(file -> file.toString().endsWith(".partial"))
                    .sorted()
                    .toList();
        }
    }
}
