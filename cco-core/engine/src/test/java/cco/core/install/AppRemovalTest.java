package cco.core.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppRemovalTest {

    @TempDir
    private Path root;

    /** As on another disk, where the user keeps other files too. */
    @Test
    void linkedVersions_areRemovedFromTheTargetOfTheLink() throws Exception {
        TestHome app = new TestHome(root);
        Path disk = Files.createDirectories(root.resolve("disk"));
        Files.createDirectories(app.home.data());
        Files.createSymbolicLink(app.home.versionsFolder(), disk);
        app.install(TestHome.ONE);
        app.install(TestHome.TWO);
        Files.createDirectories(app.home.incomingFolder());
        Files.createFile(disk.resolve("photo"));
        remove(app);
        assertFalse(Files.exists(app.home.data()));
        try (Stream<Path> left = Files.list(disk)) {
            assertEquals(List.of(disk.resolve("photo")), left.toList());
        }
    }

    private static void remove(TestHome app) throws Exception {
        try (AppLock lock = AppLock.acquire(app.home)) {
            AppRemoval removal = new AppRemoval(lock, app.installer, app);
            removal.removeCommands(app.receipt());
            removal.removeContents();
            removal.finish();
        }
    }
}
