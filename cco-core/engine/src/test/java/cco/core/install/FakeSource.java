package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Keys and a source in one file each, which must name the same place. */
final class FakeSource implements SourceRecord {

    private final Path folder;
    private final String place;
    private Optional<String> former = Optional.empty();

    FakeSource(Path folder, String place) {
        this.folder = folder;
        this.place = place;
    }

    /** Reads the place in both files; empty if there are none. */
    static Optional<String> read(Path folder) throws IOException {
        Optional<String> keys = text(folder.resolve("keys"));
        Optional<String> source = text(folder.resolve("source"));
        if (!keys.equals(source)) {
            throw new IOException("keys of " + keys + ", but source " + source);
        }
        return source;
    }

    private static Optional<String> text(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("place", place);
    }

    @Override
    public void write() throws CcoException {
        try {
            former = text(folder.resolve("source"));
            put(place);
        } catch (IOException e) {
            throw new StorageException("cannot write the source", "try again", e);
        }
    }

    @Override
    public void undo() {
        try {
            if (former.isPresent()) {
                put(former.get());
            } else {
                DurableFiles.deleteTree(folder);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void put(String text) throws IOException {
        for (String name : new String[] {"keys", "source"}) {
            DurableFiles.write(folder.resolve(name), text.getBytes());
        }
    }
}
