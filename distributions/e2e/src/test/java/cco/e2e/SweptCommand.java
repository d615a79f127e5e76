package cco.e2e;

import java.io.IOException;

/** A command in a {@link Sweep}, and what must hold after a fault. */
interface SweptCommand {

    /** The command. */
    CommandWithFaults command();

    /** Asserts that the user's program, or the published repository, works: in its old or its new state. */
    void requireUsable() throws IOException;

    /** Asserts that the command reported a fault as one of the three stories, and that the story is true. */
    void requireTrueReport(Run run) throws IOException;

    /** Asserts that the same command completes the job now. */
    void requireCompletion() throws IOException;

    /** Prepares the next fault, where the state before is more than the machine of the command. */
    default void restore() throws IOException {}
}
