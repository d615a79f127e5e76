package cco.core.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.model.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The startup archive of an installed program, whose virtual machine is a script that answers as a real one does. */
class CdsArchiveTest {

    @TempDir
    private Path folder;

    private Path archive;
    private final List<String> notices = new ArrayList<>();

    @BeforeEach
    void aLinkedProgram() throws IOException {
        archive = folder.resolve(CdsArchive.ARCHIVES.getFirst());
        Files.createDirectories(archive.getParent());
        Files.writeString(folder.resolve("runtime/lib/startup.classlist"), "# main: app/app.Main\njava/lang/Object\n");
        java("""
                case "$*" in
                    *-Xshare:dump*) echo whole > runtime/lib/server/classes.jsa.tmp ;;
                    *-Xshare:on*-XX:+VerifySharedSpaces*-XX:ErrorFile=/dev/null*--dry-run*'-m app/app.Main')
                        grep -q whole runtime/lib/server/classes.jsa ;;
                    *-Xshare:off*) exit 0 ;;
                    *) exit 2 ;;
                esac
                """);
    }

    private void java(String script) throws IOException {
        Path java = folder.resolve("runtime/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void renew() throws IOException {
        CdsArchive.renew(folder, new ProgressListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        });
    }

    @Test
    void damagedArchive_isFoundAndMadeAgain() throws IOException {
        Files.writeString(archive, "cut off");
        assertTrue(CdsArchive.isDamaged(folder));
        renew();
        assertEquals("whole\n", Files.readString(archive));
        assertEquals("r--r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
        assertFalse(CdsArchive.isDamaged(folder));
    }

    @Test
    void runtimeThatDoesNotStart_isAnotherProblem() throws IOException {
        Files.writeString(archive, "cut off");
        Files.writeString(folder.resolve("runtime/bin/java"), "#!/no/such/interpreter\n");
        assertFalse(CdsArchive.isDamaged(folder));
    }

    @Test
    void interruption_isKept_andIsNoDamage() throws IOException {
        Files.writeString(archive, "cut off");
        java("sleep 600\n");
        Thread.currentThread().interrupt();
        assertFalse(CdsArchive.isDamaged(folder));
        assertTrue(Thread.interrupted());

        Thread.currentThread().interrupt();
        renew();
        assertTrue(Thread.interrupted());
        assertEquals("cut off", Files.readString(archive));
        assertEquals(List.of(), notices);
    }

    @Test
    void missingArchive_isNoDamage() throws IOException {
        assertFalse(CdsArchive.isDamaged(folder));
        Files.writeString(archive, "cut off");
        Files.delete(folder.resolve("runtime/lib/startup.classlist"));
        assertFalse(CdsArchive.isDamaged(folder), "the program asks for no archive");
    }

    @Test
    void runtimeThatFailsWithoutArchiveToo_isAnotherProblem() throws IOException {
        Files.writeString(archive, "cut off");
        java("exit 1\n");
        assertFalse(CdsArchive.isDamaged(folder));
    }

    @Test
    void archiveThatCannotBeMadeAgain_isRemoved() throws IOException {
        Files.writeString(archive, "cut off");
        java("echo no memory; exit 1\n");
        renew();
        assertFalse(Files.exists(archive));
        assertTrue(notices.getFirst().startsWith("the program will start more slowly"), notices.toString());
    }
}
