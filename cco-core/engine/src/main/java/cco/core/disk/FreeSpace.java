package cco.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Adds up the bytes that a change needs on each file system, to compare them with the free ones before it starts. */
public final class FreeSpace {

    private final Map<Object, Need> needs = new LinkedHashMap<>();

    /** A need on one file system; the folder is an existing one there. */
    private record Need(Path folder, long bytes) {}

    /**
     * A file system with too little space.
     *
     * @param folder an existing folder in it
     * @param needed the needed bytes
     * @param free the free bytes
     */
    public record Shortage(Path folder, long needed, long free) {}

    /** Adds bytes to be written into a folder, which may not exist yet. */
    public void need(Path folder, long bytes) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        Path there = existing;
        needs.merge(fileSystem(there), new Need(there, bytes), (a, b) -> new Need(a.folder(), a.bytes() + b.bytes()));
    }

    /** Finds the first file system with too little space; unknown free space counts as enough. */
    public Optional<Shortage> shortage() {
        for (Need need : needs.values()) {
            // Files.getFileStore fails in a chroot that is not a mount point.
            long free = need.folder().toFile().getUsableSpace();
            boolean known = free > 0 || need.folder().toFile().getTotalSpace() > 0;
            if (known && free < need.bytes()) {
                return Optional.of(new Shortage(need.folder(), need.bytes(), free));
            }
        }
        return Optional.empty();
    }

    /** The device number, or the root of the path where there is none. */
    private static Object fileSystem(Path folder) {
        try {
            return Files.getAttribute(folder, "unix:dev");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return folder.getRoot();
        }
    }
}
