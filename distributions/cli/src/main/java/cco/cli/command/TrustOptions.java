package cco.cli.command;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.metadata.BundleAnchor;
import cco.core.metadata.TrustAnchors;
import cco.core.model.AppName;
import cco.core.model.Printable;
import cco.core.model.UntrustedBytes;
import cco.core.trust.GpgMode;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustMode;
import cco.core.trust.TufMode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The trust mode of an app from the options of its installation; it is fixed from then on.
 *
 * <p>For cco itself the bundle's {@code anchor/root.json} is the default, because the user already trusts the bundle.
 * For every other app, and for cco in a bundle without keys, the user has to choose. No default is weaker than that.
 */
final class TrustOptions {

    private TrustOptions() {}

    /**
     * Chooses the mode of a new app.
     *
     * @param typed the value of {@code --trust}
     * @param root the value of {@code --root}
     * @param keyring the value of {@code --gpg-key}
     * @param bundle the anchor of the running cco
     */
    static TrustMode of(
            AppName app,
            Optional<String> typed,
            Optional<Path> root,
            Optional<Path> keyring,
            Optional<BundleAnchor> bundle)
            throws CcoException {
        if (root.isPresent() && keyring.isPresent()) {
            throw conflict("--root", "--gpg-key");
        }
        if (root.isPresent()) {
            requireSame("--root", "tuf", typed);
            return pinned(app, root.get());
        }
        if (keyring.isPresent()) {
            requireSame("--gpg-key", "gpg", typed);
            return new GpgMode(read(keyring.get()));
        }
        Optional<Path> own = app.equals(AppName.CCO) ? bundle.flatMap(BundleAnchor::root) : Optional.empty();
        return switch (typed.orElse(own.isPresent() ? "tuf" : "")) {
            case "sha256" -> new Sha256Mode();
            case "tuf" -> pinned(app, own.orElseThrow(() -> noKeys("tuf", "--root FILE")));
            case "gpg" -> throw noKeys("gpg", "--gpg-key FILE");
            case "" ->
                throw new UsageException(
                        app.equals(AppName.CCO)
                                ? "this copy of cco was built without the keys of its own releases"
                                : "cannot verify releases of " + app + " without the publisher's keys",
                        "pass them with --root FILE or --gpg-key FILE; if the publisher has none, "
                                + "--trust sha256 detects damaged downloads, "
                                + "but anyone who controls the source can run "
                                + "code on this machine");
            default -> throw new UsageException("unknown trust mode: " + typed.get(), "use tuf, gpg or sha256");
        };
    }

    /** The warning about a mode that leaves much open. */
    static Optional<String> warning(AppName app, TrustMode trust) {
        return trust instanceof Sha256Mode
                ? Optional.of("releases of " + app
                        + " are unsigned: cco detects damaged downloads, but not a compromised source (trust sha256)")
                : Optional.empty();
    }

    private static TrustMode pinned(AppName app, Path file) throws CcoException {
        TufMode mode = TufMode.given(read(file));
        if (mode.app().isPresent() && !mode.app().get().equals(app.value())) {
            throw new UsageException(
                    file + " is the root of " + Printable.of(mode.app().get()) + ", not of " + app,
                    "pass the root.json of the publisher of " + app + " with --root FILE");
        }
        return mode;
    }

    private static UntrustedBytes read(Path file) throws CcoException {
        return new UntrustedBytes(file.toString(), TrustAnchors.read(file));
    }

    private static UsageException noKeys(String mode, String option) {
        return new UsageException("trust mode " + mode + " needs the publisher's keys", "pass them with " + option);
    }

    private static void requireSame(String option, String mode, Optional<String> typed) throws UsageException {
        if (typed.isPresent() && !typed.get().equals(mode)) {
            throw conflict(option, "--trust " + typed.get());
        }
    }

    private static UsageException conflict(String one, String other) {
        return new UsageException(one + " cannot be used with " + other, "use only one of them");
    }
}
