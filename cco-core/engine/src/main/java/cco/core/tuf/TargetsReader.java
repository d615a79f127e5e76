package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.time.Instant;

/** Holds the files of targets roles against root and snapshot (section 5.6). */
record TargetsReader(Root root, Snapshot snapshot, String snapshotFile, Instant now) {

    MetadataRequest request(RoleName role) throws VerificationException {
        MetaFile promised = snapshot.file(role, snapshotFile);
        return new MetadataRequest(root.file(role, promised.version()), promised.limit(MetadataLimits.TARGETS_BYTES));
    }

    Targets read(DelegatedRole role, UntrustedBytes document) throws VerificationException {
        MetaFile promised = snapshot.file(role.name(), snapshotFile);
        promised.requireBytes(document);
        SignedMetadata metadata = SignedMetadata.read(document);
        role.keys().require(metadata, role.name());
        Targets targets = metadata.as(RoleName.TARGETS, Targets::read);
        promised.requireVersion(document.name(), targets.freshness().version());
        targets.freshness().requireNotExpired(document.name(), now);
        return targets;
    }
}
