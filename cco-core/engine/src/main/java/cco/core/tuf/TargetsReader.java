package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.time.Instant;

/** Verifies the metadata of targets roles against root and snapshot (TUF 5.6). */
record TargetsReader(Root root, Snapshot snapshot, String snapshotFile, Instant now) {

    MetadataRequest request(RoleName role) throws VerificationException {
        MetaFile listed = snapshot.file(role, snapshotFile);
        return new MetadataRequest(root.file(role, listed.version()), listed.limit(MetadataLimits.TARGETS_BYTES));
    }

    Targets read(DelegatedRole role, UntrustedBytes document) throws SourceException, VerificationException {
        MetaFile listed = snapshot.file(role.name(), snapshotFile);
        listed.requireBytes(document); // TUF 5.6.2: compare with the digest in the snapshot
        SignedMetadata metadata = SignedMetadata.read(document);
        role.keys().require(metadata, role.name(), root.memory()); // TUF 5.6.3: verify the signatures
        Targets targets = metadata.as(RoleName.TARGETS, Targets::read);
        listed.requireVersion(document.name(), targets.freshness().version()); // TUF 5.6.4: and the version
        targets.freshness().requireNotExpired(document.name(), now); // TUF 5.6.5: refuse expired metadata
        return targets;
    }
}
