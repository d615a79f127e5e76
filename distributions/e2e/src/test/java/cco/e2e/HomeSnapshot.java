package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A snapshot of cco's home, to prove that a failed command changed nothing. Installed versions, commands and the
 * configuration must be the same to the byte; files of cco's own state may change, but none may appear or disappear.
 * Unfinished downloads are ignored.
 */
final class HomeSnapshot {

    private final Path home;
    private final SortedMap<String, String> before;

    private HomeSnapshot(Path home) throws IOException {
        this.home = home;
        this.before = snapshot(home);
    }

    /** Takes a snapshot. */
    static HomeSnapshot of(Path home) throws IOException {
        return new HomeSnapshot(home);
    }

    /** Asserts that the home has not changed since. */
    void requireUnchanged() throws IOException {
        SortedMap<String, String> after = snapshot(home);
        after.keySet().removeIf(name -> name.endsWith(".partial"));
        Map<String, String> changes = new TreeMap<>();
        Map<String, String> expected = new HashMap<>(before);
        expected.keySet().removeIf(name -> name.endsWith(".partial"));
        after.forEach((name, content) -> {
            String old = expected.remove(name);
            if (!content.equals(old)) {
                changes.put(name, old == null ? "new" : "was " + old + ", is " + content);
            }
        });
        expected.keySet().forEach(name -> changes.put(name, "gone"));
        assertEquals(Map.of(), changes, "changes in " + home);
    }

    private static SortedMap<String, String> snapshot(Path home) throws IOException {
        SortedMap<String, String> snapshot = new TreeMap<>();
        if (!Files.exists(home)) {
            return snapshot;
        }
        try (var files = Files.walk(home)) {
            for (Path file : files.toList()) {
                snapshot.put(home.relativize(file).toString(), describe(home, file));
            }
        }
        return snapshot;
    }

    private static String describe(Path home, Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "link to " + Files.readSymbolicLink(file);
        }
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        if (Files.isDirectory(file)) {
            return "folder " + mode;
        }
        // Every command may update state and cache, such as the time of the last check.
        boolean state = file.startsWith(home.resolve("state")) || file.startsWith(home.resolve("cache"));
        return "file " + mode + (state ? "" : " " + Digests.sha256(file));
    }
}
