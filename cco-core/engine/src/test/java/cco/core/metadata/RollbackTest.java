package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.child;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No version goes back, except after a rotation of keys that undoes a fast-forward attack. */
class RollbackTest extends MetadataLab {

    @Test
    void timestampRollback_isRefused() throws Exception {
        repository.publish("timestamp");
        client.refresh();
        set("timestamp", 1);
        repository.republish("timestamp");

        client.refuses("goes back to version 1 of timestamp; version 2 was seen before");

        assertEquals(2, client.version("timestamp"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void timestampWithOlderSnapshot_isRefused(boolean digests) throws Exception {
        repository.digests = digests;
        repository.publish("snapshot", "timestamp");
        client.refresh();
        set("snapshot", 1);
        repository.republish("snapshot");
        repository.publish("timestamp");

        client.refuses("goes back to version 1 of snapshot");

        assertEquals(2, client.version("timestamp"));
        assertEquals(2, client.version("snapshot"));
        assertEquals("timestamp.json", repository.requests.getLast());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void snapshotWithOlderTargets_isRefused(boolean digests) throws Exception {
        repository.digests = digests;
        repository.publish("targets", "snapshot", "timestamp");
        client.refresh();
        set("targets", 1);
        repository.republish("targets");
        repository.publish("snapshot", "timestamp");

        client.refuses("goes back to version 1 of targets.json");

        assertEquals(2, client.version("snapshot"));
        assertEquals(2, client.version("targets"));
    }

    @Test
    void snapshotWithoutKnownRole_isRefused() throws Exception {
        repository.delegate("targets", "libraries", "lib/*");
        repository.publish("libraries", "targets", "snapshot", "timestamp");
        client.refresh();
        child(repository.metadata.get("snapshot"), "meta").remove("libraries.json");
        repository.publish("snapshot", "timestamp");

        client.refuses("libraries.json is no longer in it");
    }

    @Test
    void snapshotOfUnlistedVersion_isRefused() throws Exception {
        set("snapshot", 9);
        repository.published.remove("snapshot");
        repository.republish("snapshot");
        child(child(repository.metadata.get("timestamp"), "meta"), "snapshot.json")
                .put("version", 1L);
        repository.publish("timestamp");

        client.refuses("1.snapshot.json does not belong to this state of the repository: it is version 9, not 1");
        assertEquals(2, client.version("timestamp"));
    }

    @Test
    void rootRollback_isRefused() {
        repository.republish("root");

        client.refuses("goes back to version 1 of root");
    }

    @Test
    void skippedRootVersion_isRefused() {
        set("root", 3);
        repository.republish("root");

        client.refuses("it is version 3, not 2");
    }

    @Test
    void timestampFastForward_endsWithRotation() throws Exception {
        set("timestamp", 99);
        repository.republish("timestamp");
        client.refresh();
        repository.rotateKeys("timestamp");
        set("timestamp", 1);
        repository.republish("timestamp");
        repository.publish("root");

        client.refresh();

        assertEquals(1, client.version("timestamp"));
    }

    @Test
    void snapshotFastForward_endsWithRotationOfBothKeys() throws Exception {
        fastForward("snapshot");
        repository.rotateKeys("snapshot");
        repository.rotateKeys("timestamp");
        set("snapshot", 1);
        replaceWithCurrent("snapshot");
        repository.publish("root", "timestamp");

        client.refresh();

        assertEquals(1, client.version("snapshot"));
    }

    @Test
    void targetsFastForward_endsWithRotationOfSnapshotKey() throws Exception {
        fastForward("targets");
        repository.rotateKeys("snapshot");
        set("targets", 1);
        replaceWithCurrent("targets");
        repository.publish("root", "snapshot", "timestamp");

        client.refresh();

        assertEquals(1, client.version("targets"));
    }

    @Test
    void targetsFastForwardWithoutRotation_staysRefused() throws Exception {
        fastForward("targets");
        set("targets", 1);
        replaceWithCurrent("targets");
        repository.publish("snapshot", "timestamp");

        client.refuses("goes back to version 1 of targets.json");
    }

    private void fastForward(String role) throws Exception {
        for (int version = 2; version <= 20; version++) {
            repository.publish(role);
        }
        repository.publish("snapshot", "timestamp");
        client.refresh();
    }

    private void replaceWithCurrent(String role) {
        repository.published.get(role).clear();
        repository.republish(role);
    }

    private void set(String role, long version) {
        repository.metadata.get(role).put("version", version);
    }
}
