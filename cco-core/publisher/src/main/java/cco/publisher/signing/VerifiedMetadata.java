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
 * The metadata of a repository as a client reads it, with every signature and digest verified but not the expiry dates,
 * because renewing starts from expired metadata. So a publisher never signs what builds on foreign files.
 */
final class VerifiedMetadata {

    /** The first root of the chain. */
    static final MetadataRequest FIRST_ROOT = new MetadataRequest("1.root.json", 512 * 1024);

    private static final Instant BEFORE_EXPIRY = Instant.EPOCH;

    private record RoleMetadata(long version, Instant expires, JsonObject json) {}

    private final Map<RoleName, RoleMetadata> roles = new HashMap<>();
    private RootBuilder root;
    private JsonObject targets;

    private VerifiedMetadata() {}

    static Path folder(Path repository) {
        return repository.resolve("metadata");
    }

    /**
     * Reads and verifies.
     *
     * @throws UsageException if there is no metadata, or if another tool made it
     * @throws cco.core.error.VerificationException if a file is missing, not signed, or does not match the others
     */
    static VerifiedMetadata read(Path repository) throws CcoException {
        if (!Files.exists(folder(repository))) {
            throw new UsageException(repository + " has no metadata", "create it with cco release init");
        }
        try {
            VerifiedMetadata published = new VerifiedMetadata();
            published.read(new FolderSource(folder(repository)));
            return published;
        } catch (JsonException e) {
            throw new AssertionError("the client workflow has read these bytes", e);
        }
    }

    private void read(FolderSource source) throws CcoException, JsonException {
        RootChain chain = RootChain.anchoredIn(source.require(FIRST_ROOT));
        for (Optional<UntrustedBytes> next = source.next(chain); next.isPresent(); next = source.next(chain)) {
            chain.accept(next.get());
        }
        root = RootBuilder.read(
                keep(RoleName.ROOT, new UntrustedBytes(chain.current().file(), chain.bytes())));

        TimestampStep first = chain.end(chain.current().file(), BEFORE_EXPIRY);
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
        roles.put(
                role,
                new RoleMetadata(
                        json.whole("version"), json.optionalInstant("expires").orElseThrow(), json));
        return json;
    }

    RootBuilder root() {
        return root;
    }

    /** The files that the targets role lists. */
    JsonObject targets() {
        return targets;
    }

    long version(RoleName role) {
        return roles.get(role).version();
    }

    Instant expires(RoleName role) {
        return roles.get(role).expires();
    }

    /** A member of a role's metadata, to be signed again. */
    Map<String, Object> member(RoleName role, String name) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put(name, roles.get(role).json().asMap().get(name));
        return member;
    }
}
