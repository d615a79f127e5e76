package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A Java program that requests a startup archive, and whose versions have the same runtime. */
@Execution(ExecutionMode.CONCURRENT)
class CopiedStartupArchiveIT {

    @TempDir
    Path folder;

    private Path build(Publisher publisher, Machine machine, String version) throws IOException {
        Path build = publisher.build(version);
        Path runtime = Machine.BUNDLE.resolve("runtime");
        machine.run(List.of("cp", "-a", runtime.toString(), build.toString())).exits(0);
        Files.writeString(build.resolve("runtime/lib/startup.classlist"), "java/lang/Object\njava/lang/String\n");
        return build;
    }

    @Test
    void update_usesTheArchiveOfTheVersionBefore() throws IOException {
        Machine machine = new Machine(folder.resolve("machine"));
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello");
        publisher.add("1.0.0", build(publisher, machine, "1.0.0"));
        machine.cco("install", "hello", "--from", publisher.repository().toString(), "--trust", "sha256")
                .exits(0);
        byte[] marked = mark(archive(machine, "1.0.0"));
        publisher.add("1.1.0", build(publisher, machine, "1.1.0"));
        machine.cco("update", "hello", "--yes").exits(0);

        assertArrayEquals(marked, Files.readAllBytes(archive(machine, "1.1.0")));
        Path java = archive(machine, "1.1.0").resolve("../../../bin/java").normalize();
        machine.run(List.of(java.toString(), "-Xshare:on", "-version")).exits(0);
    }

    /** Java does not read what follows the archive. */
    private static byte[] mark(Path archive) throws IOException {
        assertTrue(archive.toFile().setWritable(true));
        Files.writeString(archive, "made for 1.0.0", StandardOpenOption.APPEND);
        return Files.readAllBytes(archive);
    }

    private static Path archive(Machine machine, String version) {
        return machine.home().resolve("data/apps/hello/versions/" + version + "/runtime/lib/server/classes.jsa");
    }
}
