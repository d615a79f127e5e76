package cco.core.model;

/** Receives progress and notices of the engine. Methods run often, on the working thread; they must return at once and
 * never throw. */
public interface ProgressListener {

    /** The phases of an update. */
    enum Phase {
        CHECK,
        DOWNLOAD,
        VERIFY,
        UNPACK,
        PROVE,
        ACTIVATE
    }

    /** A listener that ignores everything. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * A phase has begun.
     *
     * @param total the number of bytes to process, or -1 if unknown
     */
    default void began(Phase phase, long total) {}

    /**
     * The phase has made progress.
     *
     * @param done the number of processed bytes
     */
    default void advanced(Phase phase, long done) {}

    /** The warnings of a publisher about an installed release. */
    enum Warning {
        WITHDRAWN,
        DEPRECATED
    }

    /** The publisher warns about the installed release. The message is in lower case, without a full stop. */
    default void warning(Warning warning, String message) {
        notice(message);
    }

    /** The user should know something that stops nothing. The message is in lower case, without a full stop. */
    default void notice(String message) {}
}
