package cco.core.archive;

import cco.core.model.Printable;
import java.io.IOException;

/** An archive breaks a rule. An IOException, so that it passes through streams; {@link Unpacker} translates it. */
final class UnsafeArchiveException extends IOException {

    private static final long serialVersionUID = 1;

    /** The archive as a whole breaks the rule. */
    UnsafeArchiveException(ArchiveRule rule) {
        super("refused: " + rule.text());
    }

    /** An entry breaks the rule; its name is shown in a harmless form. */
    UnsafeArchiveException(ArchiveRule rule, String entry) {
        super("refused entry '" + Printable.of(entry) + "': " + rule.text());
    }
}
