package cco.core.archive;

import cco.core.model.Printable;
import java.io.IOException;

/** An archive breaks a rule. It extends IOException to pass through streams; {@link Unpacker} translates it. */
public final class UnsafeArchiveException extends IOException {

    private static final long serialVersionUID = 1;

    private final ArchiveRule rule;

    /** Creates an error about the archive as a whole. */
    UnsafeArchiveException(ArchiveRule rule) {
        super("refused: " + rule.text());
        this.rule = rule;
    }

    /** Creates an error about an entry, with its name printable. */
    UnsafeArchiveException(ArchiveRule rule, String entry) {
        super("refused entry '" + Printable.of(entry) + "': " + rule.text());
        this.rule = rule;
    }

    /** The broken rule. */
    ArchiveRule rule() {
        return rule;
    }
}
