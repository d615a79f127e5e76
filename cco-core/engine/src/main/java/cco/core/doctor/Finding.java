package cco.core.doctor;

import cco.core.error.CcoException;
import java.util.Locale;
import java.util.Optional;

/** A result of the {@link Doctor}, in words for the user: lower case, without a full stop. */
public sealed interface Finding {

    /** {@return the subject} */
    Subject subject();

    /** {@return the result} */
    String text();

    /** The subjects, in the order of the report. */
    enum Subject {
        /** Whether another process holds the lock. */
        LOCK,
        /** An unfinished change of a killed process. */
        JOURNAL,
        /** The record of the app. */
        RECEIPT,
        /** The current version. */
        CURRENT,
        /** The files of the installed versions. */
        FILES,
        /** The command. */
        COMMAND,
        /** Whether the shell finds the command. */
        PATH,
        /** Leftovers of an interrupted run in the app's folders. */
        LEFTOVERS,
        /** Unused downloads. */
        CACHE,
        /** The configuration file. */
        CONFIG,
        /** The sources and their trust mode. */
        SOURCE,
        /** The memory of the source. */
        MEMORY,
        /** The last accepted TUF metadata. */
        METADATA;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Everything is in order.
     *
     * @param subject what was examined
     * @param text the good state in words
     */
    record Ok(Subject subject, String text) implements Finding {}

    /**
     * Nothing is broken, but the user may want to act.
     *
     * @param subject what was examined
     * @param text the observation in words
     * @param advice what the user can do
     */
    record Note(Subject subject, String text, String advice) implements Finding {}

    /**
     * Something is broken.
     *
     * @param subject what was examined
     * @param text the problem in words
     * @param advice the next step for the user
     * @param reason the error, if there was one
     */
    record Problem(Subject subject, String text, String advice, Optional<CcoException> reason) implements Finding {

        Problem(Subject subject, String text, String advice) {
            this(subject, text, advice, Optional.empty());
        }

        Problem(Subject subject, CcoException reason) {
            this(subject, reason.getMessage(), reason.hint(), Optional.of(reason));
        }

        /** Returns the problem with the reason why its repair failed. */
        Problem because(CcoException failure) {
            return new Problem(subject, text + "; " + failure.getMessage(), failure.hint(), Optional.of(failure));
        }
    }

    /**
     * A problem was repaired; the text describes it.
     *
     * @param subject what was examined
     * @param text the problem before the repair
     */
    record Repaired(Subject subject, String text) implements Finding {}
}
