package cco.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A copy of the sources beside a Maven repository of its own, as on the machine of a stranger who builds from a clone.
 * The repository links to this build's downloads; what is installed there stays there.
 */
record Checkout(Path sources, Path repository) {

    static final Path ROOT = Machine.BUNDLE.resolve("../../../..").normalize();

    /** The folders of a Maven repository that lead to cco's own artifacts. */
    private static final Path OWN = Path.of("io/github/brentley/cco");

    static Checkout in(Path folder) throws IOException {
        Checkout checkout = new Checkout(folder.resolve("cco"), folder.resolve("artifacts"));
        copySources(checkout.sources);
        link(Path.of(System.getProperty("cco.maven.repository")), checkout.repository, OWN);
        return checkout;
    }

    /** Lets the machine build offline with this build's JDK, Maven and downloads. */
    Machine buildsOn(Machine machine) throws IOException {
        Path tools = Files.createDirectories(repository.resolveSibling("tools"));
        String path = System.getenv("PATH"); // without this mvn, which mvnw would find
        String script = "#!/bin/sh\nPATH='" + path + "' exec '" + ROOT.resolve("mvnw") + "' \"$@\"\n";
        Path maven = Files.writeString(tools.resolve("mvn"), script);
        maven.toFile().setExecutable(true);
        Path jdk = Path.of(System.getProperty("java.home"));
        return machine.with("JAVA_HOME", jdk.toString())
                .with("PATH", tools + ":" + jdk.resolve("bin") + ":" + path)
                .with("MAVEN_ARGS", "--offline")
                .with("MAVEN_OPTS", "-Dmaven.repo.local=" + repository);
    }

    /** Copies the files that a clone has. */
    private static void copySources(Path clone) throws IOException {
        try (var files = Files.walk(ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = ROOT.relativize(file);
                String names = "/" + relative + "/";
                if (!names.contains("/target/") && !names.contains("/.git/")) {
                    Path copy = clone.resolve(relative);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Links to all that a folder contains, except below {@code own}. */
    private static void link(Path from, Path to, Path own) throws IOException {
        Files.createDirectories(to);
        Path first = own.getName(0);
        for (Path entry : entries(from)) {
            if (!entry.getFileName().equals(first)) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            } else if (own.getNameCount() > 1) {
                link(entry, to.resolve(first), own.subpath(1, own.getNameCount()));
            }
        }
    }

    /** Deletes the links below a folder. Otherwise JUnit warns of each one that leads outside. */
    static void deleteLinks(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
