package cco.cli.command;

import cco.core.config.Anchors;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustMode;
import cco.core.trust.TufMode;
import cco.core.trust.UntrustedBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decides what vouches for an app when it is installed, as from then on the answer is fixed.
 *
 * <p>For cco itself the bundle decides: whoever runs it trusts it already, and it carries the anchor for its own
 * releases in {@code anchor/root.json}. A bundle that was built without one stands for the mode {@code sha256}. For every
 * other app the user has to say it, because nothing else can.
 */
final class FirstTrust {

    private FirstTrust() {}

    /**
     * The mode for a new app.
     *
     * @param typed the name of a mode, if the user gave one
     * @param root the publisher's root metadata, if the user gave it
     * @param bundle the folder of the running cco
     */
    static TrustMode of(AppName app, Optional<String> typed, Optional<Path> root, Optional<Path> bundle)
            throws CcoException {
        if (root.isPresent()) {
            return typed.orElse("tuf").equals("tuf") ? pinned(root.get()) : contradiction();
        }
        Optional<Path> own = bundle.map(folder -> folder.resolve("anchor").resolve("root.json"))
                .filter(file -> app.equals(AppName.CCO) && Files.exists(file));
        boolean unsigned = app.equals(AppName.CCO) && own.isEmpty();
        return switch (typed.orElse(own.isPresent() ? "tuf" : unsigned ? "sha256" : "")) {
            case "sha256" -> new Sha256Mode();
            case "tuf" -> pinned(own.orElseThrow(FirstTrust::noRoot));
            case "" -> throw new UsageException(
                    "nothing vouches for the releases of " + app,
                    "name its publisher's keys with --root FILE; if there are none and you trust the source, "
                            + "--trust sha256 finds damaged downloads, but whoever controls the source decides what "
                            + "runs on this machine");
            default -> throw new UsageException("there is no trust mode " + typed.get(), "use tuf or sha256");
        };
    }

    /** What the mode leaves open, if it leaves much open. */
    static Optional<String> warning(AppName app, TrustMode trust) {
        return trust instanceof Sha256Mode
                ? Optional.of("releases of " + app
                        + " are checked against damage only, not against a hacked source (trust sha256)")
                : Optional.empty();
    }

    private static TrustMode pinned(Path file) throws CcoException {
        return TufMode.anchoredIn(new UntrustedBytes(file.toString(), Anchors.read(file)));
    }

    private static UsageException noRoot() {
        return new UsageException("trust mode tuf needs the publisher's keys", "name them with --root FILE");
    }

    private static TrustMode contradiction() throws UsageException {
        throw new UsageException("--root is for trust mode tuf", "leave out either --root or --trust");
    }
}
