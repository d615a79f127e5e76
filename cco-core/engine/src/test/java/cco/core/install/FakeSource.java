package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys and a source in one file each, which must name the same place. */
final class FakeSource implements SourceRecord {

    private final Path folder;
    private final String place;
    private Optional<Optional<String>> former;

    FakeSource(Path folder, String place) {
        this(folder, place, Optional.empty());
    }

    private FakeSource(Path folder, String place, Optional<Optional<String>> former) {
        this.folder = folder;
        this.place = place;
        this.former = former;
    }

    /** Makes a source again from its members. */
    static FakeSource of(Path folder, JsonObject members) throws JsonException {
        return new FakeSource(
                folder, members.text("place"), members.optionalText("former").map(FakeSource::place));
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
    public Map<String, Object> members() throws StorageException {
        Map<String, Object> members = new HashMap<>(Map.of("place", place));
        members.put("former", former().orElse(""));
        return members;
    }

    private static Optional<String> place(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<String> former() throws StorageException {
        try {
            if (former.isEmpty()) {
                former = Optional.of(text(folder.resolve("source")));
            }
            return former.get();
        } catch (IOException e) {
            throw new StorageException("cannot read the source", "try again", e);
        }
    }

    @Override
    public void write() throws CcoException {
        try {
            former();
            put(place);
        } catch (IOException e) {
            throw new StorageException("cannot write the source", "try again", e);
        }
    }

    @Override
    public void undo() {
        try {
            if (former.orElseThrow().isPresent()) {
                put(former.get().get());
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
