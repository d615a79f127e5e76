package cco.core.session;

import cco.api.Origin;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.manifest.Archive;
import cco.core.manifest.Delta;
import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import cco.core.trust.TrustedManifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manifest that the trust mode accepted, and the signed targets that its files must match. */
public final class AcceptedManifest {

    private final TrustedManifest manifest;
    private final Optional<SignedTargets> targets;

    private AcceptedManifest(TrustedManifest manifest, Optional<SignedTargets> targets) {
        this.manifest = manifest;
        this.targets = targets;
    }

    /** A manifest whose own digests suffice for the files that it names. */
    static AcceptedManifest of(TrustedManifest manifest) {
        return new AcceptedManifest(manifest, Optional.empty());
    }

    /** A manifest whose files must be signed targets too. */
    static AcceptedManifest of(TrustedManifest manifest, SignedTargets targets) {
        return new AcceptedManifest(manifest, Optional.of(targets));
    }

    /** The manifest. */
    public TrustedManifest manifest() {
        return manifest;
    }

    /** Verifies an archive and its file list, as {@link #verifyTarget} does. */
    void verify(Archive archive) throws CcoException {
        verifyTarget(archive.file());
        if (archive.list().isPresent()) {
            verifyTarget(archive.list().get());
        }
    }

    /** The archive with the delta from a version alone, and with those files that the signed metadata agrees with. */
    public Archive usableFrom(Optional<Version> version, Archive archive) throws CcoException {
        List<Delta> deltas = new ArrayList<>();
        Optional<Delta> delta = version.flatMap(archive::deltaFrom);
        if (delta.isPresent() && isTarget(delta.get().file())) {
            deltas.add(delta.get());
        }
        List<RepositoryFile> alternates = new ArrayList<>();
        for (RepositoryFile alternate : archive.alternates()) {
            if (isTarget(alternate)) {
                alternates.add(alternate);
            }
        }
        return new Archive(archive.file(), archive.list(), deltas, alternates);
    }

    private boolean isTarget(RepositoryFile file) throws CcoException {
        try {
            verifyTarget(file);
            return true;
        } catch (VerificationException unsigned) {
            return false;
        }
    }

    /** The origins with the names of the archive's files that the signed metadata defines. */
    List<Origin> locate(Archive archive, List<Origin> origins) throws CcoException {
        if (targets.isEmpty()) {
            return origins;
        }
        Map<String, String> names = new HashMap<>();
        for (RepositoryFile file : archive.everyFile().toList()) {
            put(names, file);
        }
        return origins.stream()
                .<Origin>map(origin -> new ConsistentOrigin(origin, names))
                .toList();
    }

    /** A file that the signed metadata lists although the manifest does not name it; nothing without such metadata. */
    public Optional<RepositoryFile> signed(String path) throws CcoException {
        return targets.isEmpty() ? Optional.empty() : targets.get().file(path);
    }

    /** The second name of a file, with its digest, if the signed metadata defines one. */
    public Optional<String> secondName(String path) throws CcoException {
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        return targets.get().consistentPath(targets.get().require(path));
    }

    /** The origins with the name of one file that the signed metadata defines. */
    List<Origin> locate(RepositoryFile file, List<Origin> origins) throws CcoException {
        Optional<String> second = secondName(file.path());
        return second.isEmpty()
                ? origins
                : origins.stream()
                        .<Origin>map(origin -> new ConsistentOrigin(origin, Map.of(file.path(), second.get())))
                        .toList();
    }

    private void put(Map<String, String> names, RepositoryFile file) throws CcoException {
        SignedTargets signed = targets.orElseThrow();
        signed.consistentPath(signed.require(file.path())).ifPresent(path -> names.put(file.path(), path));
    }

    /**
     * Verifies that the signed metadata agrees with what the manifest says about a file. Call it before the download.
     *
     * @throws cco.core.error.VerificationException if the file is unsigned, or signed with another size or digest
     */
    void verifyTarget(RepositoryFile file) throws CcoException {
        if (targets.isPresent()) {
            targets.get().require(file.path()).requireAgreement(file.sha256(), file.size());
        }
    }
}
