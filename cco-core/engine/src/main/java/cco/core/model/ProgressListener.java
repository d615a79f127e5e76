package cco.core.model;

/** Receives progress and notices of the engine. Methods run often, on the working thread; they must return at once and
 * never throw. */
public interface ProgressListener {

    /** The phases of an update. */
    enum Phase {
        /** Looking for a newer version. */
        CHECK,
        /** Downloading the archive or a delta. */
        DOWNLOAD,
        /** Checking the archive or the installed files. */
        VERIFY,
        /** Unpacking the archive. */
        UNPACK,
        /** Starting the new version once as a test. */
        PROVE,
        /** Making the new version current. */
        ACTIVATE
    }

    /** A listener that ignores everything. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * A phase has begun.
     *
     * @param phase the phase that begins
     * @param total the number of bytes to process, or -1 if unknown
     */
    default void began(Phase phase, long total) {}

    /**
     * The phase has made progress.
     *
     * @param phase the phase that began last
     * @param done the number of processed bytes
     */
    default void advanced(Phase phase, long done) {}

    /** The warnings about an installed release. */
    enum Warning {
        /** The publisher withdrew the release. */
        WITHDRAWN,
        /** The publisher shows a deprecation notice. */
        DEPRECATED,
        /** The release did not work, and the version before is current again. */
        WENT_BACK
    }

    /**
     * Something is wrong with the installed release. The message is in lower case, without a full stop.
     *
     * @param warning the kind of the warning
     * @param message the whole warning in words for the user
     */
    default void warning(Warning warning, String message) {
        notice(message);
    }

    /**
     * The user should know something that stops nothing. The message is in lower case, without a full stop.
     *
     * @param message the whole notice in words for the user
     */
    default void notice(String message) {}
}
