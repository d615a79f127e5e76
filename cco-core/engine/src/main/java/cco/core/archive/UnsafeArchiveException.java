package cco.core.stage;

import cco.core.model.Printable;
import java.io.IOException;

/** An archive breaks a rule. An IOException, so that it passes through streams; {@link Unpacker} translates it. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    /** The archive as a whole breaks the rule. */
    RefusedException(Rule rule) {
        super("refused: " + rule.text());
    }

    /** An entry breaks the rule; its name is shown in a harmless form. */
    RefusedException(Rule rule, String entry) {
        super("refused entry '" + Printable.of(entry) + "': " + rule.text());
    }
}
