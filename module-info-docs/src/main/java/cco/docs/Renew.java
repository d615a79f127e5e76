package cco.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Writes the committed texts anew from the jars that are there, and deletes those of modules that are gone. */
public final class Renew {

    private Renew() {}

    /** The one argument is the root of the source tree. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]).toRealPath();
        SortedMap<Path, String> texts = CommittedTexts.of(root);
        Files.createDirectories(CommittedTexts.goldenFolder(root));
        for (Path file : files(CommittedTexts.goldenFolder(root))) {
            if (!texts.containsKey(file)) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            Files.writeString(text.getKey(), text.getValue());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
