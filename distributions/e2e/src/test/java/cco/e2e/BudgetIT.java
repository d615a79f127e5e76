package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of size and speed that need no clock stay within {@code distributions/bench/budget.properties}. */
class BudgetIT {

    private static final Path BUDGET =
            Machine.BUNDLE.resolve("../../../bench/budget.properties").normalize();
    private static final Properties LIMITS = new Properties();

    @TempDir
    static Path folder;

    private static Machine machine;

    @BeforeAll
    static void installCco() throws IOException {
        try (InputStream file = Files.newInputStream(BUDGET)) {
            LIMITS.load(file);
        }
        machine = new Machine(folder.resolve("machine"));
        InstalledCco.copyTo(machine.home());
    }

    private static void requireWithin(String key, long figure) {
        long limit = Long.parseLong(LIMITS.getProperty(key));
        assertTrue(figure <= limit, key + " is " + figure + ", more than the " + limit + " of " + BUDGET);
    }

    /** Classes that come from the runtime's modules or are made at run time, and not from the start-up archive. */
    private static long loadedClasses(String... arguments) throws IOException {
        Path log = folder.resolve("classes.log");
        Path bundle = machine.home().resolve("data/apps/cco/current").toRealPath();
        List<String> command = new ArrayList<>(List.of(
                bundle.resolve("runtime/bin/java").toString(),
                "-Xlog:class+load:file=" + log,
                "-Dcco.bundle=" + bundle,
                "-m",
                "cco.cli/cco.cli.Main"));
        command.addAll(List.of(arguments));
        machine.run(command).exits(0);
        return Files.readAllLines(log).stream()
                .filter(line -> !line.contains("source: shared objects file"))
                .count();
    }

    @Test
    void archive_isSmall() throws IOException {
        try (var files = Files.list(Machine.BUNDLE.getParent())) {
            Path archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
            requireWithin("archive.bytes", Files.size(archive));
        }
    }

    @Test
    void commands_loadFewClassesOutsideTheArchive() throws IOException {
        requireWithin("classes.version", loadedClasses("--version"));
        requireWithin("classes.list", loadedClasses("list"));
        requireWithin("classes.check", loadedClasses("update", "--check"));
    }

    /** Users wait for these commands, so they load classes from the archive too. */
    @Test
    void installationsAndUpdates_loadFewClassesOutsideTheArchive() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("app"), "hello");
        publisher.release("1.0.0");
        String repository = publisher.repository().toString();
        requireWithin("classes.install", loadedClasses("install", "hello", "--from", repository, "--trust", "sha256"));
        publisher.release("1.1.0");
        requireWithin("classes.update", loadedClasses("update", "hello", "--yes"));
    }

    /** A program with cco's own modules, whose next version has three more classes. */
    @Test
    void patchRelease_needsKilobytes() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "linked");
        Path modules = folder.resolve("modules");
        machine.run(List.of("cp", "-a", Machine.BUNDLE.resolveSibling("modules").toString(), modules.toString()))
                .exits(0);
        release(publisher, "1.0.0", modules);
        addClasses(modules);
        release(publisher, "1.0.1", modules);
        String repository = publisher.repository().toString();
        machine.cco("release", "delta", "1.0.1", "--repository", repository).exits(0);
        try (var files = Files.list(publisher.repository().resolve("v1.0.1"))) {
            Path delta = files.filter(file -> file.toString().endsWith(".delta"))
                    .findFirst()
                    .orElseThrow();
            requireWithin("delta.bytes", Files.size(delta));
        }
    }

    private static void release(Publisher publisher, String version, Path modules) throws IOException {
        Path build = publisher.build(version);
        String runtime = build.resolve("runtime").toString();
        JdkTool.run(
                "jlink",
                "--module-path",
                modules.toString(),
                "--add-modules",
                "cco.cli,cco.publisher",
                "--output",
                runtime);
        publisher.add(version, build);
    }

    private static void addClasses(Path modules) throws IOException {
        Path classes = folder.resolve("classes");
        for (String name : List.of("AFirst", "Middle", "ZoneLast")) {
            Path source = folder.resolve(name + ".java");
            Files.writeString(source, "package cco.publisher.delta; class %s { int number = 1; }".formatted(name));
            JdkTool.run("javac", "-d", classes.toString(), source.toString());
        }
        Path jar = modules.resolve("cco-publisher-" + Machine.VERSION + ".jar");
        JdkTool.run("jar", "--update", "--file", jar.toString(), "-C", classes.toString(), ".");
    }
}
