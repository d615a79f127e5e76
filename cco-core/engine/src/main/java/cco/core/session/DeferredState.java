package cco.core.session;

import cco.core.disk.StateWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The state that a session without the lock has to write once it can have the lock. */
final class DeferredState implements StateWriter {

    private final Map<Path, byte[]> files = new LinkedHashMap<>();

    @Override
    public boolean write(Path file, byte[] bytes) {
        files.put(file, bytes.clone());
        return true;
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Writes everything, in the order in which it was kept. */
    void writeTo(StateWriter writer) throws IOException {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            writer.write(file.getKey(), file.getValue());
        }
    }
}
