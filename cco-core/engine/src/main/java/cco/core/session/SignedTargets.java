package cco.core.session;

import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.metadata.TufUpdater;
import cco.core.model.RepositoryFile;
import cco.core.tuf.TargetFile;
import cco.core.tuf.TrustedTargets;
import java.util.Optional;

/** The signed targets of one repository; roles that they delegate to are fetched when a path needs them. */
record SignedTargets(TufUpdater updater, TrustedTargets targets) {

    /**
     * Finds the signed entry of a file.
     *
     * @throws VerificationException if no trusted role lists the path
     */
    TargetFile require(String path) throws CcoException {
        return updater.find(targets, path)
                .orElseThrow(() -> new VerificationException(
                        "the publisher has not signed " + path, "do not install from this source; tell the publisher"));
    }

    /** The signed entry of a file as a file of the repository; nothing if no trusted role lists it with a SHA-256. */
    Optional<RepositoryFile> file(String path) throws CcoException {
        return updater.find(targets, path)
                .flatMap(target ->
                        target.sha256().map(sha256 -> new RepositoryFile(target.path(), sha256, target.length())));
    }

    /** The path of a file with its digest, if the repository has such names. */
    Optional<String> consistentPath(TargetFile file) {
        return targets.consistentPath(file);
    }

    /** Where the repository keeps a file. */
    String location(TargetFile file) {
        return targets.location(file);
    }
}
