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
 * What a command that failed has left behind in cco's home. It may leave unfinished downloads and nothing else: what is
 * installed, its commands and the configuration are the same to the byte, and no file of cco's own is more or fewer.
 */
final class Litter {

    private final Path home;
    private final SortedMap<String, String> before;

    private Litter(Path home) throws IOException {
        this.home = home;
        this.before = snapshot(home);
    }

    /** Remembers the state from which a command starts. */
    static Litter before(Path home) throws IOException {
        return new Litter(home);
    }

    /** Expects that state again. */
    void requireNone() throws IOException {
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
        // What cco remembers of its own may change with every command, such as when it last saw which manifest.
        boolean memory = file.startsWith(home.resolve("state")) || file.startsWith(home.resolve("cache"));
        return "file " + mode + (memory ? "" : " " + Repository.sha256(file));
    }
}
