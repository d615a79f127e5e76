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

        @Override
        public SourceRecord reversed() {
            return this;
        }
    };

    /**
     * The members of the record in the journal, from which a {@link Reader} makes it again. They contain what the next
     * {@link #write} replaces, so that another process can undo it.
     *
     * @throws CcoException if that cannot be read
     */
    Map<String, Object> members() throws CcoException;

    /**
     * Writes the keys and the source. It may be repeated.
     *
     * @throws CcoException if it fails; they are as before
     */
    void write() throws CcoException;

    /**
     * Takes back the last {@link #write}, also that of a killed process. It may be repeated.
     *
     * @throws CcoException if it fails
     */
    void undo() throws CcoException;

    /** The record that writes what {@link #undo} restores, for the way back from a version that does not work. */
    default SourceRecord reversed() {
        return new ReversedSource(this);
    }

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
