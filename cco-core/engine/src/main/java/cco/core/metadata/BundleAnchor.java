package cco.core.metadata;

import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder {@code anchor} of a bundle of cco: the keys and the address of cco's own releases. It may lack both.
 *
 * @param bundle the folder of the bundle
 */
public record BundleAnchor(Path bundle) {

    private static final long MAX_BYTES = 4096;

    /** The file that holds the keys, if the bundle has them. */
    public Optional<Path> root() {
        return Optional.of(folder().resolve("root.json")).filter(Files::exists);
    }

    /**
     * Reads the address, in the form that {@code cco install --from} accepts.
     *
     * @throws UsageException if the file cannot be read or has more than one line
     */
    public Optional<String> address() throws UsageException {
        Path file = folder().resolve("address");
        try {
            List<String> lines = Files.size(file) > MAX_BYTES ? List.of() : Files.readAllLines(file);
            if (lines.size() == 1 && !lines.getFirst().isBlank()) {
                return Optional.of(lines.getFirst().strip());
            }
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw damaged(file, IoReason.of(e), e);
        }
        throw damaged(file, "it must have one line: the address of cco's releases", null);
    }

    /** The command with which the user installs cco from the bundle. */
    public String installCommand() {
        return bundle.resolve("cco") + " install cco"
                + (Files.exists(folder().resolve("address")) ? "" : " --from PLACE");
    }

    private Path folder() {
        return bundle.resolve("anchor");
    }

    private static UsageException damaged(Path file, String reason, IOException cause) {
        return new UsageException("cannot read " + file + ": " + reason, "pass the address with --from PLACE", cause);
    }
}
