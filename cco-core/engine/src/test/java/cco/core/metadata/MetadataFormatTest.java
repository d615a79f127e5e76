package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.child;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.VerificationException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataRequest;
import cco.core.tuf.RootChain;
import cco.core.tuf.TimestampStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and names at the edge of what the specification allows. */
class MetadataFormatTest extends MetadataLab {

    /** Delegates everything to hash bins. */
    private void bins(long bits) {
        SigningKey key = SigningKey.ed25519();
        Map<String, Object> delegations = child(repository.metadata.get("targets"), "delegations");
        delegations.put("keys", Map.of(key.id(), key.json()));
        delegations.put(
                "succinct_roles",
                Map.of("keyids", List.of(key.id()), "threshold", 1L, "bit_length", bits, "name_prefix", "bin"));
        String digest = Sha256.of("file".getBytes(StandardCharsets.UTF_8)).hex();
        String name = "bin-" + digest.substring(0, 8);
        repository.metadata.put(name, RepositorySimulator.fresh(name));
        repository.signers.put(name, new ArrayList<>(List.of(key)));
        repository.addTarget(name, "file", "content");
        repository.publish(name, "targets", "snapshot", "timestamp");
    }

    @Test
    void hashBins_haveUpTo32Bits() throws Exception {
        bins(32);
        assertTrue(client.find("file").isPresent());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 33, 1L << 33})
    void otherNumberOfBits_isRefused(long bits) {
        bins(bits);
        client.refuses("bit_length: expected 1 to 32");
    }

    @Test
    void rolesBesideHashBins_areRefused() {
        repository.delegate("targets", "A", "*");
        bins(32);
        client.refuses("none beside succinct_roles");
    }

    @Test
    void emptyRolesBesideHashBins_areNone() throws Exception {
        repository.delegations("targets");
        bins(32);
        assertTrue(client.find("file").isPresent());
    }

    @Test
    void twoRolesOfOneName_areRefused() {
        repository.delegate("targets", "A", "a/*");
        repository.delegate("targets", "A", "b/*");
        repository.publish("A", "targets", "snapshot", "timestamp");
        client.refuses("a name that no other role here has");
    }

    @Test
    void neitherPathsNorPrefixes_isRefused() {
        repository.delegation("targets", "A");
        repository.publish("A", "targets", "snapshot", "timestamp");
        client.refuses("either paths or path_hash_prefixes");
    }

    /** A listed length lowers the limit of a download, and never raises it. */
    @ParameterizedTest
    @CsvSource({"1,1", "2000000,2000000", "2000001,2000000", "9223372036854775807,2000000"})
    void listedLength_neverRaisesTheLimit(long length, int limit) {
        Map<String, Object> meta = new LinkedHashMap<>(Map.of("version", 1L, "length", length));
        child(repository.metadata.get("timestamp"), "meta").put("snapshot.json", meta);
        repository.publish("timestamp");
        List<MetadataRequest> requests = new ArrayList<>();
        client.source = request -> {
            requests.add(request);
            return repository.fetch(request);
        };
        assertThrows(Exception.class, client::refresh);
        assertEquals(new MetadataRequest("1.snapshot.json", limit), requests.getLast());
    }

    /** The first two bytes of a byte order mark, or the mark alone. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00ef\u00bb", "\u00ef\u00bb\u00bf", "\u00ef\u00bbx", "x\u00bb\u00bf"})
    void partOfAByteOrderMark_isNoMetadata(String bytes) {
        client.source =
                request -> Optional.of(new UntrustedBytes(request.file(), bytes.getBytes(StandardCharsets.ISO_8859_1)));
        client.cannotParse("2.root.json is not valid metadata");
    }

    @Test
    void highestVersionOfRoot_isTheLast() throws Exception {
        repository.root().put("version", Long.MAX_VALUE);
        repository.published.get("root").clear();
        repository.republish("root");

        new Client(store, repository).refresh();

        assertEquals(List.of("timestamp.json", "1.snapshot.json", "1.targets.json"), repository.requests);
    }

    @Test
    void firstVersion_isOne() {
        repository.root().put("version", 0L);
        repository.published.get("root").clear();
        repository.republish("root");
        new Client(store, repository).refuses("version: expected at least 1");
    }

    @Test
    void snapshotStep_needsATimestamp() throws Exception {
        byte[] anchor = repository.published.get("root").getFirst();
        TimestampStep step =
                RootChain.anchoredIn(new UntrustedBytes("root.json", anchor)).end("root.json", RepositorySimulator.NOW);
        assertThrows(IllegalStateException.class, step::end);
    }

    /** A signature over another curve proves nothing under the scheme of P-256. */
    @Test
    void keyOnAnotherCurve_neverVerifies() {
        SigningKey other = SigningKey.ecdsa("secp384r1");
        repository.replaceKeys("timestamp", other);
        repository.publish("root", "timestamp");
        client.refuses("0 of the 1 signatures");
    }

    /** RFC 8017 allows any length, and 1024 bits can be factored. */
    @Test
    void shortRsaKey_neverVerifies() {
        SigningKey weak = SigningKey.rsa(1024);
        repository.replaceKeys("timestamp", weak);
        repository.publish("root", "timestamp");
        client.refuses("0 of the 1 signatures");
    }

    @Test
    void refusal_namesTheRole() {
        repository.signers.get("timestamp").clear();
        repository.publish("timestamp");
        VerificationException refusal = assertThrows(VerificationException.class, client::refresh);
        assertTrue(refusal.getMessage().contains("that the role timestamp needs"), refusal.getMessage());
    }
}
