package cco.core.session;

import cco.core.error.CcoException;
import cco.core.model.Sha256;

/** Says whether a file that an accepted manifest names is vouched for as the trust mode demands. */
@FunctionalInterface
public interface Witness {

    /** The manifest's own word is enough. */
    Witness MANIFEST = (path, sha256, size) -> {};

    /**
     * Agrees, or throws.
     *
     * @param path inside the repository
     * @throws cco.core.error.VerificationException if nobody vouches for the file, or for another than the manifest
     */
    void require(String path, Sha256 sha256, long size) throws CcoException;
}
