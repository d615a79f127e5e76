package cco.core.metadata;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.disk.StateWriter;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.RoleName;
import cco.core.tuf.RootChain;
import cco.core.tuf.TargetFile;
import cco.core.tuf.TrustedTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** A client with its own store, anchored in the first root that its repository published. */
final class Client {

    private final Path store;
    private final UntrustedBytes anchor;
    private final StoredSignatures signatures;
    Instant now = RepositorySimulator.NOW;
    MetadataSource source;

    Client(Path store, RepositorySimulator repository) {
        this.store = store;
        this.anchor =
                new UntrustedBytes("anchor", repository.published.get("root").getFirst());
        this.source = repository;
        this.signatures = new StoredSignatures(store.resolve("signatures"), StateWriter.NEVER);
    }

    TrustedTargets refresh() throws CcoException {
        return updater().refresh(now);
    }

    Optional<TargetFile> find(String path) throws CcoException {
        TufUpdater updater = updater();
        return updater.find(updater.refresh(now), path);
    }

    /** Refreshes, and expects a refusal with this reason. */
    void refuses(String reason) {
        fails(VerificationException.class, reason);
    }

    /** Refreshes, and expects that a file cannot be parsed, for this reason. */
    void cannotParse(String reason) {
        fails(SourceException.class, reason);
    }

    private void fails(Class<? extends CcoException> type, String reason) {
        CcoException failure = Assertions.assertThrows(type, this::refresh);
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
    }

    /** The stored version of a role, or 0. */
    long version(String role) throws IOException, JsonException {
        Path file = file(role);
        return Files.exists(file)
                ? Json.parse(Files.readAllBytes(file)).object("signed").whole("version")
                : 0;
    }

    Path file(String role) {
        return store.resolve(new RoleName(role).encoded() + ".json");
    }

    private TufUpdater updater() throws CcoException {
        return new TufUpdater(RootChain.anchoredIn(anchor, signatures), new MetadataStore(store), source);
    }
}
