package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.child;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.json.Json;
import cco.core.model.UntrustedBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a refresh: which files it requests and stores, and where it stops. */
class WorkflowTest extends MetadataLab {

    @Test
    void firstRefresh_requestsRolesInOrder() throws Exception {
        client.refresh();

        assertEquals(
                List.of("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"), repository.requests);
    }

    @Test
    void secondRefresh_requestsOnlyRootAndTimestamp() throws Exception {
        client.refresh();
        repository.requests.clear();

        client.refresh();

        assertEquals(List.of("2.root.json", "timestamp.json"), repository.requests);
    }

    @Test
    void withoutConsistentSnapshots_namesHaveNoVersion() throws Exception {
        repository.root().put("consistent_snapshot", false);
        repository.publish("root");

        client.refresh();

        assertEquals(
                List.of("2.root.json", "3.root.json", "timestamp.json", "snapshot.json", "targets.json"),
                repository.requests);
    }

    @Test
    void metadata_isStoredByteForByte() throws Exception {
        client.refresh();

        for (String role : List.of("root", "timestamp", "snapshot", "targets")) {
            assertArrayEquals(repository.published.get(role).getLast(), Files.readAllBytes(client.file(role)), role);
        }
    }

    @Test
    void unlistedTarget_isNotFound() throws Exception {
        assertEquals(Optional.empty(), client.find("nonexistent artifact"));
        assertEquals(1, client.version("targets"));
    }

    @Test
    void unsignedAnchor_isRefusedBeforeAnyRequest() {
        repository.signers.get("root").clear();
        repository.published.get("root").clear();
        repository.republish("root");

        new Client(store, repository).refuses("0 of the 1 signatures");
        assertEquals(List.of(), repository.requests);
    }

    @Test
    void anchorWithoutVersion_isRefusedBeforeAnyRequest() {
        repository.root().remove("version");
        repository.published.get("root").clear();
        repository.republish("root");

        new Client(store, repository).refuses("version is missing");
        assertEquals(List.of(), repository.requests);
    }

    @ParameterizedTest
    @CsvSource({"root,1,0,0,0", "timestamp,1,0,0,0", "snapshot,1,1,0,0", "targets,1,1,1,0"})
    void unsignedRole_endsTheRefresh(String role, long root, long timestamp, long snapshot, long targets)
            throws Exception {
        repository.signers.get(role).clear();
        if (role.equals("root")) {
            repository.publish("root");
        } else {
            List.of("targets", "snapshot", "timestamp").forEach(repository.published::remove);
            repository.publish("targets", "snapshot", "timestamp");
        }

        client.refuses("signatures");

        List<Long> kept = new ArrayList<>();
        for (String each : List.of("root", "timestamp", "snapshot", "targets")) {
            kept.add(client.version(each));
        }
        assertEquals(List.of(root, timestamp, snapshot, targets), kept);
    }

    @Test
    void changedTimestampOfSameVersion_isIgnored() throws Exception {
        client.refresh();
        child(child(repository.metadata.get("timestamp"), "meta"), "snapshot.json")
                .put("version", 100L);
        repository.republish("timestamp");

        client.refresh();

        assertArrayEquals(
                repository.published.get("timestamp").getFirst(), Files.readAllBytes(client.file("timestamp")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "targets"})
    void metadataThatBrokeOff_isABrokenTransfer(String role) throws Exception {
        client.refresh();
        repository.digests = true;
        repository.publish("targets", "snapshot", "timestamp");
        byte[] whole = repository.published.get(role).removeLast();
        repository.published.get(role).add(Arrays.copyOf(whole, whole.length / 2));

        client.cannotParse("2." + role + ".json is incomplete: " + whole.length / 2 + " of " + whole.length);
    }

    @Test
    void listedDigests_areChecked() throws Exception {
        repository.digests = true;
        repository.publish("targets", "snapshot", "timestamp");
        client.refresh();
        repository.publish("targets");
        child(child(child(repository.metadata.get("snapshot"), "meta"), "targets.json"), "hashes")
                .put("sha256", "0".repeat(64));
        repository.publish("snapshot", "timestamp");

        client.refuses("3.targets.json does not belong to this state of the repository: its digest");

        assertEquals(3, client.version("snapshot"));
        assertEquals(2, client.version("targets"));
    }

    @Test
    void listedLength_limitsTheRequest() throws Exception {
        child(child(repository.metadata.get("snapshot"), "meta"), "targets.json")
                .put("length", 3L);
        repository.publish("snapshot", "timestamp");

        client.refuses("bytes, not 3");
    }

    @Test
    void targetsBeyondTheSnapshot_areNotRequested() throws Exception {
        client.refresh();
        repository.publish("targets");
        repository.requests.clear();

        client.refresh();

        assertEquals(1, client.version("targets"));
        assertEquals("timestamp.json", repository.requests.getLast());
    }

    @Test
    void unknownFields_arePartOfTheSignedBytes() throws Exception {
        repository.root().put("custom-field", "value");
        repository.role("root").put("another-field", Map.of("a", 1L, "b", List.of(true, 2L, "\"\\")));
        String id = repository.signers.get("root").getFirst().id();
        Map<String, Object> key =
                new LinkedHashMap<>(repository.signers.get("root").getFirst().json());
        key.put("extra-field", Map.of("ü", 1L));
        child(repository.root(), "keys").put(id, key);
        repository.publish("root");

        client.refresh();

        assertEquals(2, client.version("root"));
    }

    /** TUF leaves the content of {@code custom} to the publisher. */
    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "-9223372036854775809", "123456789012345678901234567890", "NESTED", "-0"})
    void anyWholeNumberOrDepthInCustom_isRead(String value) throws Exception {
        String custom = value.equals("NESTED") ? "[".repeat(200) + "]".repeat(200) : value;
        Object tree = Json.parse(("{\"a\":" + custom + "}").getBytes(StandardCharsets.UTF_8))
                .asMap()
                .get("a");
        repository.metadata.get("targets").put("custom", tree);
        repository.publish("targets", "snapshot", "timestamp");

        client.refresh();

        assertEquals(2, client.version("targets"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "{\"signed\":{}", "no metadata", "\u0000"})
    void brokenFile_isNotAnAttack(String content) {
        repository.tamper("timestamp", text -> content);

        client.cannotParse("timestamp.json is not valid metadata");
    }

    @Test
    void byteOrderMark_isRefused() {
        repository.tamper("timestamp", text -> "\ufeff" + text);

        client.cannotParse("timestamp.json is not valid metadata: it starts with a byte order mark");
    }

    /** Five million bytes of numbers once took five seconds, by an exception for each. */
    @Tag("sweep")
    @Test
    void floodOfNumbers_takesNoTime() {
        byte[] flood = ("{\"signed\":[" + "1e9,".repeat(1_250_000) + "1]}").getBytes(StandardCharsets.UTF_8);
        client.source = request -> Optional.of(new UntrustedBytes("flood", flood));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> client.cannotParse("flood is not valid metadata"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "snapshot", "targets"})
    void missingFile_isAnError(String role) throws Exception {
        repository.published.get(role).clear();

        SourceException error = assertThrows(SourceException.class, client::refresh);

        assertTrue(error.getMessage().contains(role + ".json"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"_type,snapshot", "spec_version,2.0.0", "spec_version,1", "expires,tomorrow"})
    void invalidField_isRefused(String field, String value) {
        repository.metadata.get("timestamp").put(field, value);
        repository.publish("timestamp");

        client.refuses("timestamp.json is not valid metadata: signed." + field);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void versionBelowOne_isRefused(long version) {
        repository.metadata.get("timestamp").put("version", version);
        repository.republish("timestamp");

        client.refuses("version");
    }

    @Test
    void fraction_isRefused() {
        repository.tamper("timestamp", text -> text.replace("\"version\": 1\n", "\"version\": 1.0\n"));

        client.cannotParse("not valid metadata");
    }

    @Tag("sweep")
    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets"})
    void everyChangedByte_isRefused(String role) {
        if (role.equals("root")) {
            repository.publish("root");
        }
        byte[] good = repository.published.get(role).getLast();
        for (int at = 0; at < good.length; at += 7) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            repository.published.get(role).set(repository.published.get(role).size() - 1, bad);
            if (!sameMeaning(good, bad, at)) {
                assertThrows(CcoException.class, () -> new Client(store, repository).refresh(), role + at);
            }
        }
    }

    /** Whether both bytes are white space between tokens. */
    private static boolean sameMeaning(byte[] good, byte[] bad, int at) {
        return good[at] <= ' ' && bad[at] <= ' ';
    }
}
