package cco.core.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cco.core.archive.TarBytes;
import cco.core.archive.UnpackLimits;
import cco.core.delta.BaseVersion;
import cco.core.delta.DeltaException;
import cco.core.delta.DeltaFormat;
import cco.core.error.InstallException;
import cco.core.error.VerificationException;
import cco.core.fetch.VerifiedBlob;
import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A version that is made from an installed one is staged as a whole, or not at all. */
class StagerPatchTest {

    private static final byte[] PROGRAM = "program".getBytes(StandardCharsets.US_ASCII);
    private static final FileEntry HELLO = new FileEntry("hello", PROGRAM.length, true, Sha256.of(PROGRAM));

    @TempDir
    private Path folder;

    private Path installed;
    private Path target;
    private final List<ProgressListener.Phase> phases = new ArrayList<>();

    @BeforeEach
    void install() throws IOException {
        installed = Files.createDirectory(folder.resolve("installed"));
        target = folder.resolve("staging/tx");
        assertTrue(Files.write(installed.resolve("hello"), PROGRAM).toFile().setExecutable(true));
    }

    /** A delta that adds no link, no folder and no patch: it takes every file from the installed version. */
    private static byte[] delta() throws IOException {
        byte[] control = xz(new byte[3]);
        byte[] nothing = xz(new byte[0]);
        ByteArrayOutputStream delta = new ByteArrayOutputStream();
        delta.writeBytes(DeltaFormat.magic());
        delta.writeBytes(new byte[] {3, 0, 0, (byte) control.length, (byte) nothing.length});
        delta.writeBytes(control);
        delta.writeBytes(nothing);
        delta.writeBytes(nothing);
        return delta.toByteArray();
    }

    private static byte[] xz(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        LZMA2Options options = new LZMA2Options(0);
        options.setDictSize(LZMA2Options.DICT_SIZE_MIN);
        try (XZOutputStream xz = new XZOutputStream(packed, options)) {
            xz.write(content);
        }
        return packed.toByteArray();
    }

    private StageRequest request(String archive, byte[] content, String program) throws IOException {
        VerifiedBlob blob = mock(VerifiedBlob.class);
        when(blob.path()).thenReturn(Files.write(folder.resolve(archive), content));
        when(blob.name()).thenReturn(archive);
        return new StageRequest(
                new AppName("hello"),
                Version.of("1.2.0"),
                new Platform("linux-x86_64"),
                blob,
                target,
                Programs.of(program).checkedBy(List.of("check")),
                List.of("--version"));
    }

    private StagedVersion patch(byte[] delta, String program) throws Exception {
        return patch(request("hello.delta", delta, program));
    }

    private StagedVersion patch(StageRequest request) throws Exception {
        BaseVersion base = new BaseVersion(installed, List.of(HELLO));
        return new Stager(UnpackLimits.DEFAULT).patch(request, base, List.of(HELLO), new ProgressListener() {
            @Override
            public void began(Phase phase, long total) {
                phases.add(phase);
            }
        });
    }

    @Test
    void archive_isStagedUnderItsName() throws Exception {
        byte[] archive = new TarBytes()
                .entry(TarBytes.FILE, "top/hello", "", 0755, "program")
                .end()
                .gzip();
        StagedVersion staged = new Stager(UnpackLimits.DEFAULT)
                .stage(request("hello.tar.gz", archive, "hello"), ProgressListener.NONE);
        assertEquals(List.of(HELLO), staged.files());
    }

    @Test
    void missingDelta_leavesNothing() throws Exception {
        StageRequest request = request("hello.delta", delta(), "hello");
        Files.delete(folder.resolve("hello.delta"));
        assertThrows(InstallException.class, () -> patch(request));
        assertFalse(Files.exists(target));
    }

    @Test
    void patchedVersion_isStaged() throws Exception {
        StagedVersion staged = patch(delta(), "hello");

        assertEquals(new AppName("hello"), staged.app());
        assertEquals(Version.of("1.2.0"), staged.version());
        assertEquals(List.of(HELLO), staged.files());
        assertEquals(target, staged.directory());
        assertEquals(List.of("check"), staged.programs().healthArguments());
        assertTrue(Files.isSameFile(installed.resolve("hello"), target.resolve("hello")));
        assertEquals(List.of(ProgressListener.Phase.UNPACK), phases);
    }

    @Test
    void damagedDelta_leavesNothing() throws Exception {
        byte[] cut = Arrays.copyOf(delta(), 40);
        assertThrows(DeltaException.class, () -> patch(cut, "hello"));
        assertFalse(Files.exists(target));
    }

    @Test
    void changedInstalledFile_leavesNothing() throws Exception {
        Files.writeString(installed.resolve("hello"), "Program");
        assertThrows(DeltaException.class, () -> patch(delta(), "hello"));
        assertFalse(Files.exists(target));
    }

    @Test
    void missingProgram_leavesNothing() {
        assertThrows(VerificationException.class, () -> patch(delta(), "other"));
        assertFalse(Files.exists(target));
    }

    @Test
    void folderThatCannotBeMade_isNamed() throws Exception {
        Files.writeString(folder.resolve("staging"), "a file");
        InstallException failed = assertThrows(InstallException.class, () -> patch(delta(), "hello"));
        assertTrue(failed.getMessage().startsWith("cannot write " + target), failed.getMessage());
    }

    @Test
    void existingFolder_isNotTouched() throws Exception {
        Files.createDirectories(target);
        Files.writeString(target.resolve("other"), "untouched");
        assertThrows(InstallException.class, () -> patch(delta(), "hello"));
        assertEquals("untouched", Files.readString(target.resolve("other")));
    }
}
