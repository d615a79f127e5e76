package cco.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Folder trees that are built once per test run and copied for each test that needs one. Where a text or a symbolic
 * link of the tree contains the path of the original, the copy contains its own path.
 */
final class Prepared {

    private static final Path ROOT = temporaryFolder();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, Prepared> ALL = new ConcurrentHashMap<>();

    /** Larger files contain no paths: they are archives and programs. */
    private static final long TEXT_LIMIT = 100_000;

    private final Path original =
            ROOT.resolve(Integer.toString(COUNT.incrementAndGet())).resolve("tree");
    private List<String> names = List.of();
    private boolean built;

    private Prepared() {}

    /** Builds a tree. */
    @FunctionalInterface
    interface Builder {
        void build(Path folder) throws IOException;
    }

    /** A folder that lasts until the end of the test run. */
    static Path folder() {
        return ROOT;
    }

    /** Copies the tree with this key into a folder; the first call builds it. */
    static void copy(String key, Path folder, Builder builder) throws IOException {
        copy(key, folder, List.of(), builder);
    }

    /**
     * Copies the tree with this key into a folder; the first call builds it.
     *
     * @param names texts that differ from one copy to the next, such as the address of a server; always as many
     */
    static void copy(String key, Path folder, List<String> names, Builder builder) throws IOException {
        ALL.computeIfAbsent(key, _ -> new Prepared()).copy(folder, names, builder);
    }

    private synchronized void copy(Path folder, List<String> wanted, Builder builder) throws IOException {
        if (!built) {
            names = wanted;
            builder.build(Files.createDirectories(original));
            built = true;
        }
        Files.createDirectories(folder.getParent());
        List<Path> files = tree();
        for (Path file : files) {
            copyFile(file, folder.resolve(original.relativize(file)), folder, wanted);
        }
        // Java does not use a startup archive that is older than its runtime, and the launcher suspects damage then.
        for (Path file : files.reversed()) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.setLastModifiedTime(folder.resolve(original.relativize(file)), Files.getLastModifiedTime(file));
            }
        }
    }

    private List<Path> tree() throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            return files.toList();
        }
    }

    private void copyFile(Path from, Path to, Path folder, List<String> wanted) throws IOException {
        if (Files.isSymbolicLink(from)) {
            Files.createSymbolicLink(
                    to, Path.of(translate(Files.readSymbolicLink(from).toString(), folder, wanted)));
        } else if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        } else if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            translateText(to, folder, wanted);
        }
    }

    private void translateText(Path file, Path folder, List<String> wanted) throws IOException {
        if (Files.size(file) > TEXT_LIMIT) {
            return;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String translated = translate(text, folder, wanted);
        if (!translated.equals(text)) {
            var mode = Files.getPosixFilePermissions(file);
            Files.delete(file);
            Files.writeString(file, translated, StandardCharsets.ISO_8859_1);
            Files.setPosixFilePermissions(file, mode);
        }
    }

    private String translate(String text, Path folder, List<String> wanted) {
        String translated = text.replace(original.toString(), folder.toString());
        for (int i = 0; i < names.size(); i++) {
            translated = translated.replace(names.get(i), wanted.get(i));
        }
        return translated;
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("cco-e2e");
            // Some tests run programs as another user.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
