package cco.core.fetch;

import static cco.core.fetch.FetchLab.HASTY;
import static cco.core.fetch.FetchLab.PATIENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.error.BusyException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.ProgressListener;
import cco.core.model.UntrustedBytes;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import cco.tck.server.HttpRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** If the first mirror is down, lies or loses the connection, the second one serves; processes do not interfere. */
class MirrorsTest {

    @TempDir
    private Path temporary;

    private FetchLab lab;
    private FaultyServer bad;
    private FaultyServer good;
    private FetchLab.Mirror first;
    private FetchLab.Mirror second;

    @BeforeEach
    void serve() throws IOException {
        lab = new FetchLab(temporary);
        bad = FaultyServer.serving(lab.repository);
        good = FaultyServer.serving(lab.repository);
        first = new FetchLab.Mirror(bad.address());
        second = new FetchLab.Mirror(good.address());
    }

    @AfterEach
    void stop() throws IOException {
        bad.close();
        good.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CORRUPT", "WRONG_LENGTH", "ENDLESS_BODY", "COMPRESSED", "NOT_HTTP", "HANGS_UP"})
    void lyingMirror_isSkipped_withANotice(Faults fault) throws Exception {
        bad.fail(".gz", fault);
        List<String> notices = new ArrayList<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        };
        VerifiedBlob blob =
                lab.fetcher(PATIENT).archive(List.of(first, second), FetchLab.APP, lab.file, List.of(), listener);
        assertArrayEquals(lab.archive, Files.readAllBytes(blob.path()));
        assertEquals(0, good.lastRequest().offset());
        assertEquals(1, notices.size());
        assertTrue(notices.getFirst().contains(bad.address().toString()), notices.toString());
    }

    @Test
    void deadMirror_isSkipped() throws Exception {
        lab.fetch(PATIENT, new FetchLab.Mirror(FaultyServer.nobody()), second);
        assertArrayEquals(lab.archive, Files.readAllBytes(lab.blob()));
    }

    @Test
    void nextMirror_resumesWithoutTheTag() throws Exception {
        bad.fail(".gz", Faults.TRUNCATED);
        lab.fetch(PATIENT, first, second);
        assertArrayEquals(lab.archive, Files.readAllBytes(lab.blob()));
        assertEquals(lab.archive.length / 2, good.lastRequest().offset());
        assertEquals(Optional.empty(), good.lastRequest().header("If-Range"));
    }

    @Test
    void wrongBytesOfAMirror_doNotSpoilTheNext() throws Exception {
        bad.fail(".gz", exchange -> {
            exchange.goodHead();
            exchange.send(new byte[(int) exchange.size() / 2]);
        });
        lab.fetch(PATIENT, first, second);
        assertArrayEquals(lab.archive, Files.readAllBytes(lab.blob()));
        assertEquals(
                List.of(lab.archive.length / 2L, 0L),
                good.requests().stream().map(HttpRequest::offset).toList());
    }

    @Test
    void staleMirror_doesNotCostTheBytesSoFar() throws Exception {
        lab.leavePartial(Arrays.copyOf(lab.archive, 1000));
        bad.fail(".gz", Faults.WRONG_LENGTH);
        lab.fetch(PATIENT, first, second);
        assertEquals(1000, good.lastRequest().offset());
    }

    @Test
    void allFail_refusalOutweighsTheUnreachable() throws Exception {
        good.fail(".gz", Faults.CORRUPT);
        FetchLab.Mirror nobody = new FetchLab.Mirror(FaultyServer.nobody());
        VerificationException refusal = lab.refused(VerificationException.class, PATIENT, nobody, second);
        assertTrue(refusal.getMessage().contains(nobody.name()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(second.name()), refusal.getMessage());
        lab.refused(SourceException.class, PATIENT, nobody, nobody);
    }

    @Test
    void concurrentDownload_isRefused() throws Exception {
        good.fail(".gz", exchange -> {
            assertThrows(BusyException.class, () -> lab.fetch(PATIENT, second));
            exchange.serve();
        });
        lab.fetch(PATIENT, second);
        assertEquals(1, good.requests().size());
    }

    @Test
    void otherProcessDownloading_isBusy() throws Exception {
        Path program = Files.writeString(temporary.resolve("Holder.java"), """
                import java.nio.channels.FileChannel;
                import java.nio.file.*;
                void main(String[] arguments) throws Exception {
                    Path file = Path.of(arguments[0]);
                    Files.createDirectories(file.getParent());
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).lock();
                    System.out.println("locked");
                    System.in.read();
                }
                """);
        Path lock = lab.cache.resolveSibling(lab.cache.getFileName() + ".lock");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process holder = new ProcessBuilder(java.toString(), program.toString(), lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = holder.inputReader()) {
            assertEquals("locked", output.readLine());
            lab.refused(BusyException.class, PATIENT, second);
        } finally {
            holder.destroy();
            holder.waitFor();
        }
        lab.fetch(PATIENT, second);
    }

    @Test
    void slowMirror_isAbandoned_andTheNextResumes() throws Exception {
        bad.fail(".gz", Faults.STALLED_HALFWAY);
        lab.refused(SourceException.class, HASTY, first);
        lab.fetch(PATIENT, second);
        assertArrayEquals(lab.archive, Files.readAllBytes(lab.blob()));
        assertTrue(good.lastRequest().offset() > 0);
    }

    @Test
    void silentMirror_delaysOnce_andComesLast() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Origin silent = new Origin() {
            @Override
            public String name() {
                return "silent";
            }

            @Override
            public Content open(Resource resource, Transport transport) throws IOException {
                asked.incrementAndGet();
                throw new SocketTimeoutException("no answer");
            }
        };
        Files.writeString(lab.repository.resolve("list"), "list");
        Fetcher fetcher = lab.fetcher(PATIENT);
        for (int i = 0; i < 3; i++) {
            fetcher.document(List.of(silent, second), "list", 10, UntrustedBytes::bytes);
        }
        fetcher.archive(List.of(silent, second), FetchLab.APP, lab.file, List.of(), ProgressListener.NONE);
        assertEquals(1, asked.get());
    }
}
