package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.UntrustedBytes;

/** Signed metadata. Each role is read whatever its signatures are, because no search finds a signature. */
public final class MetadataFuzz {

    private static final String TARGET = "releases/1.0.0/hello-v1.0.0-linux-x86_64.tar.gz";

    private MetadataFuzz() {}

    /** Reads a file as the role that it names, and as an anchor. */
    public static void run(byte[] input) {
        UntrustedBytes document = new UntrustedBytes("metadata.json", input);
        try {
            SignedMetadata metadata = SignedMetadata.read(document);
            read(metadata, RoleName.ROOT, signed -> Root.read(signed, SignatureMemory.NONE));
            read(metadata, RoleName.TIMESTAMP, Timestamp::read);
            read(metadata, RoleName.SNAPSHOT, Snapshot::read);
            read(metadata, RoleName.TARGETS, MetadataFuzz::targets);
            RootChain.anchoredIn(document);
        } catch (SourceException | VerificationException documented) {
            return;
        }
    }

    private static void read(SignedMetadata metadata, RoleName role, SignedMetadata.Parser<?> parser) {
        try {
            metadata.as(role, parser);
        } catch (VerificationException documented) {
            return;
        }
    }

    private static Object targets(JsonObject json) throws JsonException {
        Targets targets = Targets.read(json);
        targets.delegations().ifPresent(delegations -> delegations.rolesFor(TARGET));
        return targets;
    }
}
