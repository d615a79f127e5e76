package cco.core.install;

import cco.core.error.CcoException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes a record back, on the way back from a version that does not work. */
record ReversedSource(SourceRecord record) implements SourceRecord {

    private static final String REVERSED = "reversed";

    /** Reads a record from the journal, reversed or not. */
    static SourceRecord read(JsonObject members, Reader records) throws JsonException {
        SourceRecord record = records.read(members);
        return members.names().contains(REVERSED) ? record.reversed() : record;
    }

    /** An earlier cco ignores the mark: it goes back too, but leaves the source. */
    @Override
    public Map<String, Object> members() throws CcoException {
        Map<String, Object> members = new LinkedHashMap<>(record.members());
        members.put(REVERSED, true);
        return members;
    }

    @Override
    public void write() throws CcoException {
        record.undo();
    }

    @Override
    public void undo() throws CcoException {
        record.write();
    }

    @Override
    public SourceRecord reversed() {
        return record;
    }
}
