package cco.core.fetch;

import static cco.core.fetch.FetchLab.HASTY;
import static cco.core.fetch.FetchLab.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Content;
import cco.api.Origin;
import cco.api.OriginException;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.tck.server.Fault;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents come from the first origin whose bytes are admitted. */
class DocumentTest {

    private static final String PATH = "version-manifest.json";

    @TempDir
    private Path temporary;

    private FetchLab lab;
    private FaultyServer first;
    private FaultyServer second;

    @BeforeEach
    void serve() throws IOException {
        lab = new FetchLab(temporary);
        Files.writeString(lab.repository.resolve(PATH), "good");
        first = FaultyServer.serving(lab.repository);
        second = FaultyServer.serving(lab.repository);
    }

    @AfterEach
    void stop() throws IOException {
        first.close();
        second.close();
    }

    private List<Origin> mirrors() {
        return List.of(new FetchLab.Mirror(first.address()), new FetchLab.Mirror(second.address()));
    }

    private String read(FetchLimits limits, List<Origin> origins, DocumentReader<String> admission)
            throws CcoException {
        return lab.fetcher(limits).document(origins, PATH, 4, admission);
    }

    private static DocumentReader<String> refusing(String origin) {
        return document -> {
            if (document.name().startsWith(origin)) {
                throw new VerificationException(document.name() + " is stale", "tell the publisher");
            }
            return document.name();
        };
    }

    private static Fault body(String text) {
        return exchange -> {
            exchange.head("200 OK");
            exchange.send(text);
        };
    }

    @Test
    void sourcesExplanation_isReportedWithItsHint() {
        for (boolean missing : List.of(true, false)) {
            OriginException told = new OriginException("the token is old", "make a\tnew one", null);
            SourceException failure = assertThrows(
                    SourceException.class,
                    () -> read(
                            PATIENT,
                            List.of(new Explaining(
                                    missing
                                            ? (IOException) new NoSuchFileException("", null, "the token is old")
                                                    .initCause(told)
                                            : told)),
                            refusing("none")));
            assertEquals("cannot read explaining/version-manifest.json: the token is old", failure.getMessage());
            assertEquals("make a new one", failure.hint());
        }
    }

    /** An origin that says why it fails. */
    private record Explaining(IOException failure) implements Origin {

        @Override
        public String name() {
            return "explaining";
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            throw failure;
        }
    }

    @Test
    void acceptedDocument_isReturned() throws Exception {
        assertEquals("good", read(PATIENT, mirrors(), document -> new String(document.bytes())));
        assertEquals(List.of(), second.requests());
    }

    @Test
    void deadOrigin_isSkipped() throws Exception {
        List<Origin> origins =
                List.of(new FetchLab.Mirror(FaultyServer.nobody()), mirrors().getLast());
        assertEquals(second.address() + "/" + PATH, read(PATIENT, origins, refusing("nothing")));
    }

    @Test
    void staleOrigin_isSkipped() throws Exception {
        assertEquals(
                second.address() + "/" + PATH,
                read(PATIENT, mirrors(), refusing(first.address().toString())));
    }

    @Test
    void allFail_refusalOutweighs_andEachIsNamed() throws Exception {
        first.fail("json", Fault.status("500 Oops"));
        VerificationException refusal =
                assertThrows(VerificationException.class, () -> read(PATIENT, mirrors(), refusing("http")));
        assertEquals(
                "no source serves " + PATH + ": cannot read " + first.address() + "/" + PATH + ": http status 500; "
                        + second.address() + "/" + PATH + " is stale",
                refusal.getMessage());
        assertEquals("tell the publisher", refusal.hint());
    }

    @Test
    void allUnreachable_isASourceFailure() throws Exception {
        first.fail("json", Fault.status("404 Not Found"));
        second.fail("json", Fault.status("503 Busy"));
        SourceException failure =
                assertThrows(SourceException.class, () -> read(PATIENT, mirrors(), refusing("nothing")));
        assertTrue(failure.getMessage().matches(".*no such file; .*busy.*"), failure.getMessage());
    }

    @Test
    void malformedOrigin_isNamed() {
        SourceException failure = assertThrows(
                SourceException.class,
                () -> read(PATIENT, mirrors(), _ -> {
                    throw new SourceException("not json", "try another");
                }));
        assertTrue(failure.getMessage().contains(first.address() + ": not json"), failure.getMessage());
    }

    @Test
    void usersMistake_isNotRetriedElsewhere() {
        UsageException mistake = new UsageException("too old", "update");
        assertSame(
                mistake,
                assertThrows(
                        UsageException.class,
                        () -> read(PATIENT, mirrors(), _ -> {
                            throw mistake;
                        })));
        assertEquals(List.of(), second.requests());
    }

    @Test
    void documentOverTheCap_isRefused() throws Exception {
        first.fail("json", body("goods"));
        SourceException failure = assertThrows(
                SourceException.class, () -> read(PATIENT, mirrors().subList(0, 1), refusing("nothing")));
        assertTrue(failure.getMessage().endsWith("longer than the 4 bytes that are allowed"), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDLESS_BODY", "ENDLESS_HEADERS", "TRUNCATED", "COMPRESSED", "NOT_HTTP", "HANGS_UP"})
    void brokenOrigin_isSkipped(Faults fault) throws Exception {
        first.fail("json", fault);
        assertEquals(second.address() + "/" + PATH, read(PATIENT, mirrors(), refusing("nothing")));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "STALLED_BEFORE_HEADERS",
                "STALLED_AFTER_HEADERS",
                "STALLED_HALFWAY",
                "DRIPPING_HEADERS",
                "DRIPPING_CHUNK_HEADER"
            })
    void slowOrigin_isAbandoned(Faults fault) throws Exception {
        first.fail("json", fault);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThrows(
                        SourceException.class, () -> read(HASTY, mirrors().subList(0, 1), refusing("nothing"))));
    }

    @Test
    void dripThatKeepsTheRate_endsAtTheDeadline() throws Exception {
        Files.write(lab.repository.resolve(PATH), new byte[1 << 20]);
        first.fail("json", Faults.DRIPPING_BODY);
        FetchLimits limits = new FetchLimits(1, Duration.ofDays(1), Duration.ofMillis(600), Duration.ofDays(1));
        Fetcher fetcher = new Fetcher(
                FetchLab.transport(PATIENT), lab.cache, AnchorFiles.in(temporary), limits, FetchLab.RETRIES);
        SourceException failure = assertThrows(
                SourceException.class,
                () -> fetcher.document(mirrors().subList(0, 1), PATH, 1 << 20, document -> document));
        assertTrue(
                failure.getMessage().matches(".*(not complete within 600 ms|no answer within.*)"),
                failure.getMessage());
    }

    /** A source that breaks every rule does no harm. */
    private record Rogue(Opening opening) implements Origin {

        interface Opening {
            Content open() throws IOException;
        }

        @Override
        public String name() {
            return "rogue";
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            return opening.open();
        }
    }

    private static Content content(InputStream stream) {
        return new Content(stream, 0, OptionalLong.empty(), Optional.empty());
    }

    @Test
    void sourceThatNeverReturns_isAbandoned() {
        CountDownLatch never = new CountDownLatch(1);
        Rogue rogue = new Rogue(() -> {
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException _) {
                    continue;
                }
            }
        });
        SourceException failure =
                assertThrows(SourceException.class, () -> read(HASTY, List.of(rogue), refusing("nothing")));
        assertEquals("cannot read rogue/" + PATH + ": no answer within 300 ms", failure.getMessage());
        never.countDown();
    }

    @Test
    void sourceThatFailsInside_countsAsFailed() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("oops");
            }
        };
        Rogue throwing = new Rogue(() -> {
            throw new IllegalStateException("oops");
        });
        List<Origin> origins = List.of(
                throwing,
                new Rogue(() -> null),
                new Rogue(() -> content(broken)),
                mirrors().getFirst());
        assertEquals(first.address() + "/" + PATH, read(PATIENT, origins, refusing("nothing")));
        SourceException failure =
                assertThrows(SourceException.class, () -> read(PATIENT, List.of(throwing), refusing("nothing")));
        assertEquals("cannot read rogue/" + PATH + ": its source plugin failed: oops", failure.getMessage());
    }

    @Test
    void failingRuntime_isNotBlamedOnTheSource() {
        Error damage = new InternalError("cannot read java.security");
        Rogue rogue = new Rogue(() -> {
            throw damage;
        });
        List<Origin> origins = List.of(rogue, mirrors().getFirst());
        assertSame(damage, assertThrows(Error.class, () -> read(PATIENT, origins, refusing("nothing"))));
    }
}
