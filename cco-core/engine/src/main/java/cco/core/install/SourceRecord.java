package cco.core.install;

import cco.core.error.CcoException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.util.Map;

/**
 * The keys and the source of an app, which lie outside its folders. An installation writes them in the same transaction
 * that makes the version current, so that no version runs for which there are no updates.
 */
public interface SourceRecord {

    /** No change: the source stays as it is recorded. */
    SourceRecord UNCHANGED = new SourceRecord() {
        @Override
        public Map<String, Object> members() {
            return Map.of();
        }

        @Override
        public void write() {}

        @Override
        public void undo() {}
    };

    /** The members of the record in the journal, from which a {@link Reader} makes it again. */
    Map<String, Object> members();

    /**
     * Writes the keys and the source. It may be repeated.
     *
     * @throws CcoException if it fails; they are as before
     */
    void write() throws CcoException;

    /** Takes back the last {@link #write}. A failure is a notice. */
    void undo();

    /** Makes a record from the journal of a killed process. */
    @FunctionalInterface
    interface Reader {

        /**
         * Reads a record.
         *
         * @throws JsonException if it is damaged
         */
        SourceRecord read(JsonObject members) throws JsonException;
    }
}
