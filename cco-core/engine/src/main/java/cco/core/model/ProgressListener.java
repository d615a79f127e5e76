package cco.core.model;

/** Watches the engine at work. Called on the working thread, often; it must return at once and never throw. */
public interface ProgressListener {

    /** What the engine is doing. */
    enum Phase {
        CHECK,
        DOWNLOAD,
        VERIFY,
        UNPACK,
        PROVE,
        ACTIVATE
    }

    /** A listener that is not interested. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * A phase begins.
     *
     * @param total how many bytes it will work through, or -1 if that is not known
     */
    default void began(Phase phase, long total) {}

    /**
     * The phase goes on.
     *
     * @param done how many bytes are done, of the total
     */
    default void advanced(Phase phase, long done) {}

    /** What a publisher says against a release that is installed. */
    enum Warning {
        WITHDRAWN,
        DEPRECATED
    }

    /** The publisher warns of the installed release: lower case, no full stop. */
    default void warning(Warning warning, String message) {
        notice(message);
    }

    /** Something the user should know although it stops nothing: lower case, no full stop. */
    default void notice(String message) {}
}
