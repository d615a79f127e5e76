package cco.docs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The text files of the source tree, without files of builds and tools. */
final class SourceTree {

    /** A worktree has a file in place of the folder. */
    private static final String GIT = ".git";

    private static final Set<String> HIDDEN_SOURCES = Set.of(".mvn", ".ci", ".github");

    private SourceTree() {}

    /** The root, seen from the working folder of a test: its module. */
    static Path root() throws IOException {
        return Path.of("..").toRealPath();
    }

    static List<SourceFile> files(Path root) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean enter = folder.equals(root) || isSource(folder);
                return enter ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !file.endsWith(GIT)) {
                    add(files, root, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isSource(Path folder) {
        String name = folder.getFileName().toString();
        return !name.equals("target") && (!name.startsWith(".") || HIDDEN_SOURCES.contains(name));
    }

    /** A file that is not UTF-8 text, such as an archive for a test, is skipped. */
    private static void add(List<SourceFile> files, Path root, Path file) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            files.add(new SourceFile(root.relativize(file).toString().replace('\\', '/'), text));
        } catch (CharacterCodingException e) {
            return;
        }
    }
}
