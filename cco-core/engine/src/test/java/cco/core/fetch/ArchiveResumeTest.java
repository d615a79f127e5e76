package cco.core.fetch;

import static cco.core.fetch.FetchLab.PATIENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.error.InstallException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.ProgressListener;
import cco.tck.server.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interrupted download resumes, and never results in a wrong file. */
class ArchiveResumeTest extends ServedLab {

    private static final int HALF = 1 << 19;

    private FetchLab.Mirror mirror;

    @BeforeEach
    void name() {
        mirror = new FetchLab.Mirror(server.address());
    }

    private void interruptHalfway() {
        server.fail(".gz", Faults.TRUNCATED);
        lab.refused(SourceException.class, PATIENT, mirror);
        server.heal();
    }

    private void fetchesWell() throws Exception {
        assertArrayEquals(
                lab.archive, Files.readAllBytes(lab.fetch(PATIENT, mirror).path()));
        assertEquals(List.of(lab.file.sha256().hex()), lab.cached());
    }

    @Test
    void interruptedDownload_resumesUnderTheSameTag() throws Exception {
        interruptHalfway();
        assertEquals(HALF, Files.size(lab.partial()));
        fetchesWell();
        assertEquals(HALF, server.lastRequest().offset());
        assertTrue(server.lastRequest().header("If-Range").isPresent());
    }

    @Test
    void progress_startsAtTheResumedByte() throws Exception {
        interruptHalfway();
        List<Long> steps = new ArrayList<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void advanced(Phase phase, long done) {
                steps.add(done);
            }
        };
        lab.fetcher(PATIENT).archive(List.of(mirror), FetchLab.APP, lab.file, List.of(), listener);
        assertEquals(HALF, steps.getFirst());
        assertEquals(lab.archive.length, steps.getLast());
    }

    @Test
    void changedFile_startsOver() throws Exception {
        interruptHalfway();
        server.fail(".gz", Faults.CHANGED);
        fetchesWell();
        assertEquals(HALF, server.lastRequest().offset());
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_RANGE", "IGNORES_RANGE", "REFUSES_RANGE", "NONE"})
    void serverWithBadRanges_servesTheWholeFile(Faults fault) throws Exception {
        lab.leavePartial(Arrays.copyOf(lab.archive, HALF));
        server.fail(".gz", fault);
        fetchesWell();
    }

    @Test
    void wrongOldBytes_costOneFreshDownload() throws Exception {
        lab.leavePartial(new byte[HALF]);
        fetchesWell();
        assertEquals(
                List.of(HALF, 0),
                server.requests().stream().map(r -> (int) r.offset()).toList());
    }

    @Test
    void wrongOldBytes_andALyingServer_areRefused() throws Exception {
        lab.leavePartial(new byte[HALF]);
        server.fail(".gz", Faults.CORRUPT);
        lab.refused(VerificationException.class, PATIENT, mirror);
        assertEquals(2, server.requests().size());
        assertEquals(List.of(), lab.cached());
    }

    @Test
    void completePartial_needsNoRequest() throws Exception {
        lab.leavePartial(lab.archive);
        fetchesWell();
        assertEquals(List.of(), server.requests());
    }

    @Test
    void overlongPartial_startsOver() throws Exception {
        lab.leavePartial(Arrays.copyOf(lab.archive, lab.archive.length + 1));
        fetchesWell();
        assertEquals(0, server.lastRequest().offset());
    }

    @Test
    void blobInTheCache_needsNoRequest() throws Exception {
        fetchesWell();
        fetchesWell();
        assertEquals(1, server.requests().size());
    }

    @Test
    void damagedBlobInTheCache_isReplaced() throws Exception {
        fetchesWell();
        byte[] damaged = lab.archive.clone();
        damaged[7] ^= 1;
        Files.write(lab.blob(), damaged);
        fetchesWell();
        assertEquals(2, server.requests().size());
    }

    @Test
    void fullDisk_isReportedWithTheMissingBytes() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Files.createDirectories(lab.cache);
        Files.createSymbolicLink(lab.partial(), full);
        InstallException refusal = lab.refused(InstallException.class, PATIENT, mirror);
        assertTrue(refusal.getMessage().contains("no space left on device"), refusal.getMessage());
        assertTrue(refusal.hint().contains("1048576 more bytes are needed in " + lab.cache), refusal.hint());
    }

    @Test
    void tornValidator_isIgnored() throws Exception {
        interruptHalfway();
        Path validator = lab.cache.resolve(lab.file.sha256().hex() + ".validator.partial");
        Files.writeString(validator, server.address() + "\n");
        fetchesWell();
        assertEquals(Optional.empty(), server.lastRequest().header("If-Range"));
    }
}
