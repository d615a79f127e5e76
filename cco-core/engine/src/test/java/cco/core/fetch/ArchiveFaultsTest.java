package cco.core.fetch;

import static cco.core.fetch.FetchLab.HASTY;
import static cco.core.fetch.FetchLab.PATIENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.tck.server.Fault;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** cco gives up on a broken server with a clear message, and the next attempt at a good one succeeds. */
class ArchiveFaultsTest extends ServedLab {

    private static final String TOO_SLOW = "no answer within|silent for|too slow";

    private static final String LOGIN = "\n<!DOCTYPE html><html>who are you?</html>";

    /** Another file in the archive's place, of this length. */
    private static Fault answer(String start, int length) {
        return exchange -> {
            exchange.head("200 OK", "Content-Length: " + length);
            exchange.send(start + " ".repeat(Math.max(0, length - start.length())));
        };
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Faults.STALLED_BEFORE_HEADERS, HASTY, SourceException.class, TOO_SLOW),
                Arguments.of(Faults.STALLED_AFTER_HEADERS, HASTY, SourceException.class, TOO_SLOW),
                Arguments.of(Faults.STALLED_HALFWAY, HASTY, SourceException.class, TOO_SLOW),
                Arguments.of(Faults.DRIPPING_HEADERS, HASTY, SourceException.class, TOO_SLOW),
                Arguments.of(Faults.DRIPPING_BODY, HASTY, SourceException.class, TOO_SLOW),
                Arguments.of(Faults.DRIPPING_CHUNK_HEADER, HASTY, SourceException.class, TOO_SLOW),
                Arguments.of(Faults.ENDLESS_HEADERS, PATIENT, SourceException.class, "the headers are longer than"),
                Arguments.of(Faults.ENDLESS_BODY, PATIENT, VerificationException.class, "longer than the 1048576"),
                Arguments.of(Faults.TRUNCATED, PATIENT, SourceException.class, "connection lost after 524288 bytes"),
                Arguments.of(Faults.TRUNCATED_WITHOUT_LENGTH, PATIENT, SourceException.class, "ended after 524288 of"),
                Arguments.of(Faults.CORRUPT, PATIENT, VerificationException.class, "its sha256 is .* not .* as"),
                Arguments.of(Faults.WRONG_LENGTH, PATIENT, VerificationException.class, "it has 1048586 bytes"),
                Arguments.of(Faults.COMPRESSED, PATIENT, VerificationException.class, "it has \\d+ bytes"),
                Arguments.of(answer("", 0), PATIENT, SourceException.class, "is incomplete: 0 of 1048576 bytes"),
                Arguments.of(answer("x", 9), PATIENT, SourceException.class, "is incomplete: 9 of 1048576 bytes"),
                Arguments.of(answer(LOGIN, 40), PATIENT, SourceException.class, "is a web page"),
                Arguments.of(answer(LOGIN, 1 << 20), PATIENT, SourceException.class, "is a web page"),
                Arguments.of(answer(LOGIN, 2 << 20), PATIENT, SourceException.class, "is a web page"),
                Arguments.of(Faults.NOT_HTTP, PATIENT, SourceException.class, "http"),
                Arguments.of(
                        Faults.HANGS_UP,
                        PATIENT,
                        SourceException.class,
                        "closed the connection without an answer|reset"),
                Arguments.of(Fault.status("500 Oops"), PATIENT, SourceException.class, "http status 500"),
                Arguments.of(Fault.status("404 Not Found"), PATIENT, SourceException.class, "no such file"),
                Arguments.of(Fault.status("503 Busy", "Retry-After: 9"), PATIENT, SourceException.class, "after 9 s"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void brokenServer_isReported_andTheNextAttemptSucceeds(
            Fault fault, FetchLimits limits, Class<? extends CcoException> kind, String reason) throws Exception {
        server.fail(".gz", fault);
        CcoException refusal = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> lab.refused(kind, limits, new FetchLab.Mirror(server.address())));
        assertTrue(refusal.getMessage().contains(server.address() + "/" + FetchLab.PATH), refusal.getMessage());
        assertTrue(refusal.getMessage().matches("(?s).*(" + reason + ").*"), refusal.getMessage());
        assertTrue(
                lab.cached().stream().allMatch(name -> name.endsWith(".partial")),
                lab.cached().toString());

        server.heal();
        VerifiedBlob blob = lab.fetch(PATIENT, new FetchLab.Mirror(server.address()));
        assertArrayEquals(lab.archive, Files.readAllBytes(blob.path()));
        assertEquals(List.of(lab.file.sha256().hex()), lab.cached());
    }

    @Test
    void refusedConnection_isUnreachable() throws Exception {
        FetchLab.Mirror nobody = new FetchLab.Mirror(FaultyServer.nobody());
        assertTrue(
                lab.refused(SourceException.class, PATIENT, nobody).getMessage().contains("connection refused"));
        assertEquals(List.of(), lab.cached());
    }

    @ParameterizedTest
    @MethodSource("wrongArchives")
    void wrongArchive_leavesNothing(Fault fault) throws Exception {
        server.fail(".gz", fault);
        lab.refused(VerificationException.class, PATIENT, new FetchLab.Mirror(server.address()));
        assertEquals(List.of(), lab.cached());
    }

    static Stream<Fault> wrongArchives() {
        return Stream.of(Faults.CORRUPT, Faults.ENDLESS_BODY, Faults.WRONG_LENGTH);
    }
}
