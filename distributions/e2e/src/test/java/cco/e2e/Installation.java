package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.e2e.InstalledCco.Cco;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A machine on which {@code hello} 1.0.0 is installed, while its publisher has 1.1.0 out. */
final class Installation {

    /** How long a silent server is waited for by {@link #hurriedUpdate}. */
    static final int HURRY_SECONDS = 1;

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

    Run update(String... options) throws IOException {
        return machine.cco(arguments(options));
    }

    Machine.Started startUpdate(String... options) throws IOException {
        return machine.start(arguments(options));
    }

    /** Updates with a short time limit for the network: only for servers that hang, so that no test is in a hurry. */
    Run hurriedUpdate(String... options) throws IOException {
        Path config = machine.home().resolve("config/config.toml");
        Path hurried = machine.home().resolveSibling("hurried.toml");
        Files.writeString(hurried, Files.readString(config) + "\n[network]\ntimeout_seconds = " + HURRY_SECONDS + "\n");
        List<String> arguments = new ArrayList<>(List.of("--config", hurried.toString()));
        arguments.addAll(List.of(arguments(options)));
        return machine.cco(arguments.toArray(String[]::new));
    }

    private static String[] arguments(String... options) {
        List<String> arguments = new ArrayList<>(List.of("update", "hello", "--yes"));
        arguments.addAll(List.of(options));
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
            return files.filter(file -> file.toString().endsWith(".partial")).sorted().toList();
        }
    }
}
