package cco.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A publisher at work: makes builds of a small program and releases them with the bundle's own commands. */
final class Publisher {

    private final Machine machine;
    private final Path folder;
    private final String app;

    Publisher(Path folder, String app) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.machine = new Machine(folder.resolve("machine"));
        this.app = app;
    }

    /** The release repository. */
    Path repository() {
        return folder.resolve("repository");
    }

    /** The archive of a version in the repository, on this platform. */
    Path archive(String version) throws IOException {
        try (var files = Files.list(repository().resolve("v" + version))) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Builds and releases a version. */
    Publisher release(String version, String... options) throws IOException {
        add(version, build(version), options).exits(0);
        return this;
    }

    /** Releases a build. */
    Run add(String version, Path build, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "release",
                "add",
                "--app",
                app,
                "--version",
                version,
                "--platform",
                platform(),
                build.toString(),
                "--repository",
                repository().toString(),
                "--date",
                "2026-01-01T00:00:00Z"));
        arguments.addAll(Arrays.asList(options));
        return machine.cco(arguments.toArray(String[]::new));
    }

    /** A build: a shell script that tells its version and echoes its arguments, and some files beside it. */
    Path build(String version) throws IOException {
        return build(version, version);
    }

    /** A build that claims to be another version than it is released as. */
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
