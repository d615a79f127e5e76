package cco.publisher.signing;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataRequest;
import cco.core.tuf.RoleName;
import cco.core.tuf.RootChain;
import cco.core.tuf.SnapshotStep;
import cco.core.tuf.TargetsStep;
import cco.core.tuf.TimestampStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of a repository as a client reads it, every signature and digest verified, but blind to expiry: who
 * renews must be able to read what is out of date. So a publisher never signs on top of what somebody else has put
 * there.
 */
final class VerifiedMetadata {

    /** The first root, from which the chain begins. */
    static final MetadataRequest FIRST_ROOT = new MetadataRequest("1.root.json", 512 * 1024);

    private static final Instant BLIND = Instant.EPOCH;

    private record Said(long version, Instant expires, JsonObject json) {}

    private final Map<RoleName, Said> said = new HashMap<>();
    private RootBuilder root;
    private JsonObject targets;

    private VerifiedMetadata() {}

    static Path folder(Path repository) {
        return repository.resolve("metadata");
    }

    /**
     * Reads and verifies.
     *
     * @throws UsageException if there is no metadata, or of another tool's making
     * @throws cco.core.error.VerificationException if a file is missing, not signed, or not of the state of the others
     */
    static VerifiedMetadata read(Path repository) throws CcoException {
        if (!Files.exists(folder(repository))) {
            throw new UsageException(repository + " has no metadata", "begin with cco release init");
        }
        try {
            VerifiedMetadata published = new VerifiedMetadata();
            published.read(new FolderSource(folder(repository)));
            return published;
        } catch (JsonException e) {
            throw new AssertionError("the client's workflow has read these bytes", e);
        }
    }

    private void read(FolderSource source) throws CcoException, JsonException {
        RootChain chain = RootChain.anchoredIn(source.require(FIRST_ROOT));
        for (Optional<UntrustedBytes> next = source.fetch(chain.next());
                next.isPresent();
                next = source.fetch(chain.next())) {
            chain.accept(next.get());
        }
        root = RootBuilder.read(keep(RoleName.ROOT, new UntrustedBytes("root", chain.bytes())));

        TimestampStep first = chain.end(BLIND);
        UntrustedBytes timestamp = source.require(first.request());
        first.accept(timestamp);
        keep(RoleName.TIMESTAMP, timestamp);

        SnapshotStep second = first.end();
        UntrustedBytes snapshot = source.require(second.request());
        TargetsStep third = second.accept(snapshot);
        keep(RoleName.SNAPSHOT, snapshot);

        UntrustedBytes document = source.require(third.request());
        third.accept(document);
        targets = keep(RoleName.TARGETS, document).object("targets");
    }

    private JsonObject keep(RoleName role, UntrustedBytes accepted) throws JsonException {
        JsonObject json = Json.parse(accepted.bytes()).object("signed");
        said.put(
                role,
                new Said(json.whole("version"), json.optionalInstant("expires").orElseThrow(), json));
        return json;
    }

    RootBuilder root() {
        return root;
    }

    /** The files that the targets role vouches for. */
    JsonObject targets() {
        return targets;
    }

    long version(RoleName role) {
        return said.get(role).version();
    }

    Instant expires(RoleName role) {
        return said.get(role).expires();
    }

    /** A member of what a role says, to be said again. */
    Map<String, Object> member(RoleName role, String name) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put(name, said.get(role).json().asMap().get(name));
        return member;
    }
}
