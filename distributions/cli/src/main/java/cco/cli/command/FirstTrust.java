package cco.cli.command;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustMode;
import java.util.Optional;

/**
 * Decides what vouches for an app when it is installed, as from then on the answer is fixed.
 *
 * <p>For cco itself the bundle decides: whoever runs it trusts it already, and it carries the anchor for its own
 * releases. The bundle has no signing key yet, so its anchor is the mode {@code sha256}. For every other app the user
 * has to say it, because nothing else can.
 */
final class FirstTrust {

    private FirstTrust() {}

    /** The mode for a new app. */
    static TrustMode of(AppName app, Optional<String> typed) throws UsageException {
        if (typed.isPresent()) {
            return TrustMode.named(typed.get());
        }
        if (app.equals(AppName.CCO)) {
            return new Sha256Mode();
        }
        throw new UsageException(
                "nothing vouches for the releases of " + app,
                "if you trust their source, add --trust sha256: it finds damaged downloads, but whoever controls the "
                        + "source decides what runs on this machine");
    }

    /** What the mode {@code sha256} leaves open. */
    static String warning(AppName app) {
        return "releases of " + app + " are checked against damage only, not against a hacked source (trust sha256)";
    }
}
