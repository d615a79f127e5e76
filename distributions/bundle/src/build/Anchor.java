import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies the keys and the address of cco's own releases into the bundle: {@code java Anchor.java ROOT FOLDER TARGET}.
 * A relative {@code FOLDER} lies in {@code ROOT}, where Maven was started. An incomplete folder ends the build, because
 * a bundle without an anchor would never update itself.
 */
final class Anchor {

    private Anchor() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).resolve(arguments[1]);
        Path target = Files.createDirectories(Path.of(arguments[2]));
        Files.copy(require(folder.resolve("root.json")), target.resolve("root.json"));
        Path address = require(folder.resolve("address"));
        List<String> lines = Files.readAllLines(address);
        if (lines.size() != 1 || lines.getFirst().isBlank()) {
            throw new IllegalArgumentException(address + " must have one line: the place of cco's releases");
        }
        Files.writeString(target.resolve("address"), lines.getFirst().strip() + "\n");
    }

    private static Path require(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("link.anchor: there is no " + file);
        }
        return file;
    }
}
