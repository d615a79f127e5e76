package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.child;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.VerificationException;
import cco.core.model.Sha256;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which roles the search for a target visits, and in which order. */
class DelegationTest extends MetadataLab {

    /** Delegations as from&gt;to, from&gt;to! if it terminates, from&gt;to:pattern; t is the targets role. */
    @ParameterizedTest
    @CsvSource({
        "t>A, A",
        "t>A t>B, A B",
        "t>A t>B B>C, A B C",
        "t>A t>B A>C A>D, A C D B",
        "t>A t>B A>C C>D, A C D B",
        "t>A t>B A>C! A>D, A C",
        "t>A t>B A>C! C>D, A C D",
        "t>A:*.py t>B A>C, B",
        "t>A t>B A>C:*.py C>D, A B",
        "t>A t>B B>C C>D D>B, A B C D",
        "t>A t>B B>C A>C, A C B",
        "t>A t>B B>C A>C:*.py, A B C"
    })
    void roles_areVisitedOnceInPreorder(String delegations, String visited) throws Exception {
        delegate(delegations);

        assertTrue(client.find("missingpath").isEmpty());

        assertEquals(
                Arrays.stream(visited.split(" "))
                        .map(role -> "1." + role + ".json")
                        .toList(),
                repository.requests.subList(4, repository.requests.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "targetfile,true,''",
        "README.md,true,A",
        "releases/x/x_v1,true,B C",
        "releases/y/y_v1.zip,true,B D",
        "releases/z/z_v1.zip,false,B"
    })
    void target_countsOnlyIfAllDelegationsCoverIt(String path, boolean found, String visited) throws Exception {
        repository.addTarget("targets", "targetfile", "content");
        delegate(
                "t>A:*.doc,*.md t>B:releases/*/* B>C:releases/x/* B>D:releases/y/*.zip",
                Map.of("A", "README.md", "C", "releases/x/x_v1", "D", "releases/y/y_v1.zip releases/z/z_v1.zip"));

        assertEquals(found, client.find(path).isPresent());

        List<String> roles = visited.isEmpty() ? List.of() : List.of(visited.split(" "));
        assertEquals(
                roles.stream().map(role -> "1." + role + ".json").toList(),
                repository.requests.subList(4, repository.requests.size()));
    }

    @Test
    void firstRoleWithTheTarget_decides() throws Exception {
        delegate("t>A t>B", Map.of("A", "file"));
        repository.addTarget("B", "file", "something longer");
        repository.publish("B", "snapshot", "timestamp");

        assertEquals("content".length(), client.find("file").orElseThrow().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "#", "/delegatedrole", "../delegatedrole", "..", "ü x", "a%2Fb"})
    void unusualRoleName_neverBecomesAPath(String name) throws Exception {
        repository.delegate("targets", name, "*");
        repository.publish(name, "targets", "snapshot", "timestamp");
        String quoted = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");

        assertTrue(client.find("nonexistent").isEmpty());

        assertEquals("1." + quoted + ".json", repository.requests.getLast());
        try (Stream<Path> files = Files.list(store)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().equals(quoted + ".json")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "Snapshot", "targets", ""})
    void reservedRoleName_isRefused(String name) {
        repository.delegate("targets", "innocent", "*").put("name", name);
        repository.publish("targets", "snapshot", "timestamp");

        client.refuses("not valid metadata");
    }

    @Test
    void pathsWithPrefixes_areRefused() {
        repository.delegate("targets", "A", "*").put("path_hash_prefixes", List.of("00"));
        repository.publish("targets", "snapshot", "timestamp");

        client.refuses("either paths or path_hash_prefixes");
    }

    @Test
    void hashPrefix_delegates() throws Exception {
        String digest = Sha256.of("file".getBytes(StandardCharsets.UTF_8)).hex();
        repository.delegation("targets", "A").put("path_hash_prefixes", List.of("zz", digest.substring(0, 4)));
        repository.addTarget("A", "file", "content");
        repository.publish("A", "targets", "snapshot", "timestamp");

        assertTrue(client.find("file").isPresent());
        assertTrue(client.find("another file").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 8})
    void hashBin_isNamedByTheFirstBitsOfTheDigest(int bits) throws Exception {
        String digest = Sha256.of("file".getBytes(StandardCharsets.UTF_8)).hex();
        int bin = Integer.parseInt(digest.substring(0, 4), 16) >>> 16 - bits;
        String name = "bin-" + String.format(bits > 4 ? "%02x" : "%x", bin);
        SigningKey key = SigningKey.ed25519();
        Map<String, Object> delegations = child(repository.metadata.get("targets"), "delegations");
        delegations.put("keys", Map.of(key.id(), key.json()));
        delegations.put(
                "succinct_roles",
                Map.of("keyids", List.of(key.id()), "threshold", 1L, "bit_length", (long) bits, "name_prefix", "bin"));
        bin(name, key);

        assertTrue(client.find("file").isPresent());
        assertEquals("1." + name + ".json", repository.requests.getLast());
    }

    @Test
    void unsignedDelegatedRole_endsTheSearch() {
        delegate("t>A t>B", Map.of("B", "file"));
        repository.signers.get("A").clear();
        repository.published.remove("A");
        repository.republish("A");
        repository.publish("snapshot", "timestamp");

        assertThrows(VerificationException.class, () -> client.find("file"));
    }

    @Test
    void storedRole_isVerifiedAgainstTheCurrentDelegation() throws Exception {
        delegate("t>A:a/* t>B:b/* A>C:a/* B>C:b/*", Map.of("C", "a/file b/file"));
        SigningKey stranger = SigningKey.ed25519();
        Map<String, Object> ofB = child(repository.metadata.get("B"), "delegations");
        child(ofB, "keys").put(stranger.id(), stranger.json());
        RepositorySimulator.objects(ofB, "roles").forEach(role -> asTree(role).put("keyids", List.of(stranger.id())));
        repository.publish("B", "snapshot", "timestamp");

        assertTrue(client.find("a/file").isPresent());
        assertThrows(VerificationException.class, () -> client.find("b/file"));
    }

    @Test
    void roleWithoutSnapshotEntry_isRefused() {
        delegate("t>A");
        child(repository.metadata.get("snapshot"), "meta").remove("A.json");
        repository.publish("snapshot", "timestamp");

        VerificationException refusal = assertThrows(VerificationException.class, () -> client.find("file"));
        assertTrue(refusal.getMessage().contains("does not name the role A"), refusal.getMessage());
    }

    @Test
    void endlessDelegations_areRefused() {
        StringBuilder chain = new StringBuilder("t>r0");
        for (int role = 0; role < 40; role++) {
            chain.append(" r").append(role).append(">r").append(role + 1);
        }
        delegate(chain.toString());

        VerificationException refusal = assertThrows(VerificationException.class, () -> client.find("file"));
        assertTrue(refusal.getMessage().contains("more than 32 roles"), refusal.getMessage());
        assertEquals(4 + 32, repository.requests.size());
    }

    @Test
    void targetsLocation_hasItsDigestAndIsEncoded() throws Exception {
        repository.addTarget("targets", "a b/ü?.txt", "content");
        repository.publish("targets", "snapshot", "timestamp");
        String digest = Sha256.of("content".getBytes(StandardCharsets.UTF_8)).hex();

        assertEquals(
                "a%20b/" + digest + ".%C3%BC%3F.txt",
                client.refresh().location(client.find("a b/ü?.txt").orElseThrow()));
        assertFalse(client.find("a b/ü?.txt").orElseThrow().fileName().contains("/"));
    }

    private void bin(String name, SigningKey key) {
        repository.metadata.put(name, RepositorySimulator.fresh(name));
        repository.signers.put(name, new ArrayList<>(List.of(key)));
        repository.addTarget(name, "file", "content");
        repository.publish(name, "targets", "snapshot", "timestamp");
    }

    private void delegate(String delegations) {
        delegate(delegations, Map.of());
    }

    private void delegate(String delegations, Map<String, String> targets) {
        Set<String> changed = new LinkedHashSet<>();
        for (String delegation : delegations.split(" ")) {
            String[] sides = delegation.split("[>:]");
            String from = sides[0].equals("t") ? "targets" : sides[0];
            String to = sides[1].replace("!", "");
            String[] patterns = sides.length > 2 ? sides[2].split(",") : new String[] {"*"};
            repository.delegate(from, to, patterns).put("terminating", sides[1].endsWith("!"));
            changed.addAll(List.of(to, from));
        }
        targets.forEach((role, paths) ->
                List.of(paths.split(" ")).forEach(path -> repository.addTarget(role, path, "content")));
        repository.publish(changed.toArray(String[]::new));
        repository.publish("snapshot", "timestamp");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asTree(Object value) {
        return (Map<String, Object>) value;
    }
}
