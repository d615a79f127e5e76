package cco.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A publisher, who builds versions of a small program and releases them with cco. */
final class Publisher {

    private final Machine machine;
    private final Path folder;
    private final String app;

    Publisher(Path folder, String app) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.machine = new Machine(folder.resolve("machine"));
        this.app = app;
    }

    /** A publisher of cco, who has released the bundle. */
    static Publisher ofCco(Path folder) throws IOException {
        Publisher publisher = new Publisher(folder, "cco");
        String from = InstalledCco.repository().toString();
        publisher
                .machine
                .run(List.of("cp", "-al", from, publisher.repository().toString()))
                .exits(0);
        return publisher;
    }

    /** The release repository. */
    Path repository() {
        return folder.resolve("repository");
    }

    /** A version's archive in the repository, for this platform. */
    Path archive(String version) throws IOException {
        try (var files = Files.list(repository().resolve("v" + version))) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Builds and releases a version. */
    Publisher release(String version, String... options) throws IOException {
        return add(version, build(version), options);
    }

    /** Builds and releases a version whose archive is hardly smaller than its 300 kB. */
    Publisher releaseOf300Kilobytes(String version) throws IOException {
        Path build = build(version);
        byte[] incompressible = new byte[300_000];
        new Random(1).nextBytes(incompressible);
        Files.write(build.resolve("data"), incompressible);
        return add(version, build);
    }

    /** Copies the release repository as it is now. */
    void copyTo(Path copy) throws IOException {
        machine.run(List.of("cp", "-a", repository().toString(), copy.toString()))
                .exits(0);
    }

    /** Releases a build. A release that a test of this run has made of the same files before is copied. */
    Publisher add(String version, Path build, String... options) throws IOException {
        String key = "release of " + app + " " + version + " " + List.of(options) + " " + Digests.ofTree(build)
                + " on top of " + Digests.ofTree(repository());
        Prepared.copy(key, repository(), original -> {
            if (Files.exists(repository())) {
                machine.run(List.of("cp", "-a", repository() + "/.", original.toString()))
                        .exits(0);
            }
            machine.cco(command(app, version, build, original, options)).exits(0);
        });
        return this;
    }

    /** The command that releases a build. */
    static String[] command(String app, String version, Path build, Path repository, String... options) {
        List<String> command = new ArrayList<>(List.of("release", "add", "--app", app, "--version", version));
        command.addAll(List.of("--platform", platform(), build.toString(), "--repository", repository.toString()));
        command.addAll(List.of("--date", "2026-01-01T00:00:00Z", "--untested"));
        command.addAll(List.of(options));
        return command.toArray(String[]::new);
    }

    /** Builds a version: a shell script that prints its version, and a text beside it. */
    Path build(String version) throws IOException {
        return build(version, version);
    }

    /** Builds a version whose program prints another version. */
    Path build(String version, String claimed) throws IOException {
        Path build = Files.createDirectories(folder.resolve("build-" + version));
        Path program = build.resolve(app);
        Files.writeString(program, """
                #!/bin/sh
                if [ "$1" = --version ]; then echo "%s %s"; exit 0; fi
                echo "hello from %s"
                """.formatted(app, claimed, claimed));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(build.resolve("share"));
        Files.writeString(build.resolve("share/notes of " + version + ".txt"), "what is new in " + version + "\n");
        return build;
    }

    static String platform() {
        return "linux-" + (System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch"));
    }
}
