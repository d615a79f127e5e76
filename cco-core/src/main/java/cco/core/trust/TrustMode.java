package cco.core.trust;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Printable;
import java.time.Instant;

/**
 * How a manifest is vouched for. The mode is fixed for a source when the source is added; none ever falls back to
 * another.
 *
 * <p>Each mode is one permitted type that holds its anchor: {@code gpg} will be a record with the pinned keyring, and
 * its manifest comes with a detached signature; {@code tuf} will be a record with the pinned root, and reads its
 * metadata before the manifest, whose digest is a target there. Both make the checks of {@link Sha256Mode} as well.
 */
public sealed interface TrustMode permits Sha256Mode {

    /** The mode's name in the configuration and on the command line. */
    String id();

    /**
     * Decides whether a manifest may be acted upon.
     *
     * @param manifest as a source served it
     * @param app whose manifest it has to be
     * @param memory from the last manifest that was admitted
     * @param now by the system's clock
     * @throws cco.core.error.SourceException if it is not a well-formed manifest that this cco can read
     * @throws cco.core.error.VerificationException if it is another app's, older than what was seen, or expired
     */
    TrustedManifest admit(UntrustedBytes manifest, AppName app, Remembered memory, Instant now) throws CcoException;

    /**
     * The mode of a name.
     *
     * @throws UsageException if this cco has no such mode
     */
    static TrustMode named(String id) throws UsageException {
        if (id.equals(Sha256Mode.ID)) {
            return new Sha256Mode();
        }
        throw new UsageException("this cco has no trust mode \"" + Printable.of(id) + "\"", "use " + Sha256Mode.ID);
    }
}
