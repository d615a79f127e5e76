package cco.core.doctor;

import cco.core.error.CcoException;
import java.util.Locale;
import java.util.Optional;

/** One thing that {@link Doctor} has looked at, in words for the user: lower case, no full stop. */
public sealed interface Finding {

    /** What was looked at. */
    Subject subject();

    /** How it is. */
    String text();

    /** What is looked at, in this order. */
    enum Subject {
        /** Whether another process is at work on the app. */
        LOCK,
        /** What a killed process has left undone. */
        JOURNAL,
        /** What is recorded of the app. */
        RECEIPT,
        /** Which version is current. */
        CURRENT,
        /** The files of the installed versions. */
        FILES,
        /** What the user types. */
        COMMAND,
        /** Whether the shell finds that. */
        PATH,
        /** What an interrupted run has left in the app's folders. */
        LEFTOVERS,
        /** Downloads that nobody goes on with. */
        CACHE,
        /** The configuration file. */
        CONFIG,
        /** Where releases come from, and what vouches for them. */
        SOURCE,
        /** What is remembered of the source. */
        MEMORY,
        /** The signed metadata as they were accepted last. */
        METADATA;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** It is as it should be. */
    record Ok(Subject subject, String text) implements Finding {}

    /** Nothing is broken, but the user may want to do something. */
    record Note(Subject subject, String text, String advice) implements Finding {}

    /**
     * It is broken.
     *
     * @param advice what the user can do
     * @param reason the error that was met, if one was
     */
    record Problem(Subject subject, String text, String advice, Optional<CcoException> reason) implements Finding {

        Problem(Subject subject, String text, String advice) {
            this(subject, text, advice, Optional.empty());
        }

        Problem(Subject subject, CcoException reason) {
            this(subject, reason.getMessage(), reason.hint(), Optional.of(reason));
        }

        /** The same, with the reason why it could not be repaired. */
        Problem because(CcoException failure) {
            return new Problem(subject, text + "; " + failure.getMessage(), failure.hint(), Optional.of(failure));
        }
    }

    /** It was broken, as the text says, and is repaired. */
    record Repaired(Subject subject, String text) implements Finding {}
}
