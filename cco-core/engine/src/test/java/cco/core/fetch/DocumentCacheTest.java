package cco.core.fetch;

import static cco.core.fetch.FetchLab.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.Origin;
import cco.core.disk.StateWriter;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.tck.server.Fault;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An accepted document is transferred once and verified each time. */
class DocumentCacheTest {

    private static final String PATH = "version-manifest.json";
    private static final String SPARING = "bytes=4-";

    @TempDir
    private Path temporary;

    private FetchLab lab;
    private FaultyServer server;
    private Path file;
    private DocumentCache kept;

    /** Makes each state's tag another. */
    private long published;

    @BeforeEach
    void keep() throws CcoException, IOException {
        lab = new FetchLab(temporary);
        publish("first");
        server = FaultyServer.serving(lab.repository);
        file = temporary.resolve("state/manifest");
        kept = new DocumentCache(file, StateWriter.ALWAYS);
        assertEquals("first", read());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void publish(String text) throws IOException {
        Path document = lab.repository.resolve(PATH);
        Files.writeString(document, text);
        Files.setLastModifiedTime(document, FileTime.from(Instant.ofEpochSecond(++published)));
    }

    private String read() throws CcoException {
        return read(server, "");
    }

    /** Reads, and refuses this text. */
    private String read(FaultyServer from, String refused) throws CcoException {
        List<Origin> origins = List.of(new FetchLab.Mirror(from.address()));
        return lab.fetcher(PATIENT).document(origins, PATH, 10, List.of(), kept, document -> {
            String text = new String(document.bytes());
            if (text.equals(refused)) {
                throw new VerificationException(text + " is stale", "tell the publisher");
            }
            return text;
        });
    }

    /** The requests since the first one: a range, or nothing for the whole file. */
    private List<String> asked() {
        return server.requests().stream()
                .skip(1)
                .map(request -> request.header("Range").orElse(""))
                .toList();
    }

    private String text() {
        return kept.document().map(UntrustedBytes::bytes).map(String::new).orElse("");
    }

    /** Sends the last byte of the file, with this tag. */
    private static Fault lastByte(String... headers) {
        return exchange -> {
            exchange.head("206 Partial Content", headers);
            exchange.body(exchange.size() - 1, exchange.size());
        };
    }

    @Test
    void unchangedDocument_isNotSentAgain() throws CcoException {
        assertEquals("first", read());
        assertEquals("first", read());
        assertEquals(List.of(SPARING, SPARING), asked());
        assertEquals(server.requests().getLast().header("If-Range"), Optional.of(text(file, 1)));
    }

    private static String text(Path file, int line) {
        try {
            return Files.readAllLines(file).get(line);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"secon", "a longer", "no"})
    void changedDocument_isSentAtOnce_andKept(String changed) throws CcoException, IOException {
        publish(changed);
        assertEquals(changed, read());
        assertEquals(List.of(SPARING), asked());
        assertEquals(changed, text());
    }

    @Test
    void refusedCopy_isRequestedAgain() throws IOException, CcoException {
        publish("secon");
        server.fail("json", exchange -> {
            if (exchange.request().offset() > 0) {
                exchange.head("206 Partial Content", "ETag: " + text(file, 1), "Content-Range: bytes 4-4/5");
                exchange.send("t");
            } else {
                exchange.serve();
            }
        });
        assertEquals("first", read(), "a mirror may say so while it is accepted");
        assertEquals("secon", read(server, "first"));
        assertEquals("secon", text());
    }

    @Test
    void refusedDocument_isNotKept() throws CcoException, IOException {
        publish("secon");
        assertThrows(VerificationException.class, () -> read(server, "secon"));
        assertEquals("first", text());
        assertThrows(VerificationException.class, () -> read(server, "secon"), "nor is it taken for the same");
    }

    @Test
    void serverThatIgnoresTheTag_sendsTheWholeFile() throws CcoException, IOException {
        publish("worst");
        server.fail("json", exchange -> {
            if (exchange.request().offset() > 0) {
                lastByte("ETag: \"another\"", "Content-Range: bytes 4-4/5").answer(exchange);
            } else {
                exchange.serve();
            }
        });
        assertEquals("worst", read());
        assertEquals(List.of(SPARING, ""), asked());
    }

    @ParameterizedTest
    @EnumSource(names = {"IGNORES_RANGE", "REFUSES_RANGE", "WRONG_RANGE"})
    void serverThatCannotResume_sendsTheWholeFile(Faults fault) throws CcoException {
        server.fail("json", fault);
        assertEquals("first", read());
        assertEquals("first", read());
    }

    @Test
    void otherOrigin_sendsTheWholeFile() throws CcoException, IOException {
        try (FaultyServer other = FaultyServer.serving(lab.repository)) {
            assertEquals("first", read(other, ""));
            assertEquals(Optional.empty(), other.lastRequest().header("Range"));
        }
    }

    @ParameterizedTest
    @CsvSource({"first, forge", "first, ''", "\"\\n\", ''", "http, ftp"})
    void damagedCopy_countsAsNone(String from, String to) throws CcoException, IOException {
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace(from.equals("\"\\n\"") ? "\n" : from, to));
        assertEquals("first", read());
        assertEquals(List.of(""), asked());
        assertEquals(whole, Files.readString(file));
    }

    @Test
    void readOnlyRun_keepsNothing() throws CcoException, IOException {
        publish("secon");
        kept = new DocumentCache(file, StateWriter.NEVER);
        assertEquals("secon", read());
        assertEquals("first", text());
    }

    @Test
    void documentWithoutATag_isSentAgain() throws CcoException, IOException {
        publish("secon");
        server.fail("json", exchange -> {
            exchange.head("200 OK");
            exchange.body(0, exchange.size());
        });
        assertEquals("secon", read());
        assertEquals("secon", read());
        assertEquals("", asked().getLast());
    }

    /** Reads with a reader that knows one document; the answer says whether it had to read. */
    private String readKnowing(String document) throws CcoException {
        List<Origin> origins = List.of(new FetchLab.Mirror(server.address()));
        return lab.fetcher(PATIENT).document(origins, PATH, 10, List.of(), kept, new DocumentReader<>() {
            @Override
            public String read(UntrustedBytes bytes) {
                return new String(bytes.bytes());
            }

            @Override
            public Optional<String> known(Supplier<Sha256> digest, long length) {
                return Optional.of("known")
                        .filter(_ -> length == 5 && digest.get().equals(Sha256.of(document.getBytes())));
            }
        });
    }

    /** The copy is not even read, so its damage does not show. */
    @Test
    void knownDocument_isNeitherSentNorRead() throws CcoException, IOException {
        Files.writeString(file, Files.readString(file).replace("first", "forst"));
        assertEquals("known", readKnowing("first"));
        assertEquals(List.of(SPARING), asked());
    }

    @Test
    void changedDocument_isReadDespiteAKnownOne() throws CcoException, IOException {
        publish("secon");
        assertEquals("secon", readKnowing("first"));
        assertEquals(List.of(SPARING), asked());
        assertEquals("secon", text());
    }

    @Test
    void knownDocumentWithoutATag_isSentButNotRead() throws CcoException {
        server.fail("json", exchange -> {
            exchange.head("200 OK");
            exchange.body(0, exchange.size());
        });
        assertEquals("first", readKnowing("unknown"));
        assertEquals("known", readKnowing("first"));
        assertEquals("", asked().getLast());
    }

    @ParameterizedTest
    @CsvSource({"first, fir", "first, ''", "\"\\n\", ''", "http, ftp"})
    void damagedHead_countsAsNoCopy(String from, String to) throws CcoException, IOException {
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace(from.equals("\"\\n\"") ? "\n" : from, to));
        assertEquals("known", readKnowing("first"));
        assertEquals(List.of(""), asked());
        assertEquals(whole, Files.readString(file));
    }
}
