package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.FileEntry;
import cco.core.model.ProgressListener;
import cco.core.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of common tools are accepted and unpacked correctly. */
class UnpackerSoundTest {

    private static final Sha256 HELLO = Sha256.of("hello".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void files_areUnpackedWithoutTopFolder() throws Exception {
        List<FileEntry> files = tar(new TarBytes()
                .folder("hello-v1.0.0/")
                .entry(TarBytes.FILE, "hello-v1.0.0/bin/hello", "", 0755, "hello")
                .file("hello-v1.0.0/README.md", "read"));
        assertEquals(
                List.of("README.md", "bin/hello"),
                files.stream().map(FileEntry::path).toList());
        assertEquals(new FileEntry("bin/hello", 5, true, HELLO), files.getLast());
        assertEquals("hello", Files.readString(unpacked("bin/hello")));
    }

    @Test
    void flatArchive_isUnpackedAsItIs() throws Exception {
        List<FileEntry> files = flat(new TarBytes()
                .folder("bin/")
                .entry(TarBytes.FILE, "bin/hello", "", 0755, "hello")
                .link("run", "bin/hello")
                .file("README.md", "read"));
        assertEquals(
                List.of("README.md", "bin/hello"),
                files.stream().map(FileEntry::path).toList());
        assertEquals("hello", Files.readString(unpacked("run")));
    }

    @Test
    void namesAfterDotSlash_areUnpacked() throws Exception {
        List<FileEntry> files = flat(new TarBytes()
                .folder("./")
                .entry(TarBytes.FILE, "./hello", "", 0755, "hello")
                .file("./lib/data", "data"));
        assertEquals(
                List.of("hello", "lib/data"),
                files.stream().map(FileEntry::path).toList());
    }

    @Test
    void singleFile_isUnpacked() throws Exception {
        assertEquals(
                List.of(new FileEntry("hello", 5, true, HELLO)),
                flat(new TarBytes().entry(TarBytes.FILE, "hello", "", 0755, "hello")));
    }

    @Test
    void modes_areNormalised() throws Exception {
        tar(new TarBytes()
                .entry(TarBytes.FOLDER, "top/private", "", 0700, "")
                .entry(TarBytes.FILE, "top/private/open", "", 0777, "x")
                .entry(TarBytes.FILE, "top/writable", "", 0666, "x")
                .entry(TarBytes.FILE, "top/group-only", "", 0010, "x"));
        assertEquals("rwxr-xr-x", mode(unpacked("")));
        assertEquals("rwxr-xr-x", mode(unpacked("private")));
        assertEquals("r-xr-xr-x", mode(unpacked("private/open")));
        assertEquals("r--r--r--", mode(unpacked("writable")));
        assertEquals("r--r--r--", mode(unpacked("group-only")));
    }

    @Test
    void linksInsideFolder_areKept() throws Exception {
        tar(new TarBytes()
                .link("top/lib/libhello.so", "libhello.so.1")
                .link("top/lib/libhello.so.1", "versions/current/libhello.so.1.2")
                .link("top/lib/versions/current", "../real")
                .file("top/lib/real/libhello.so.1.2", "library")
                .link("top/bin/hello", "../lib/real"));
        assertTrue(Files.isSymbolicLink(unpacked("lib/libhello.so")));
        assertEquals("library", Files.readString(unpacked("lib/libhello.so.1")));
        assertTrue(Files.isDirectory(unpacked("bin/hello")));
    }

    @Test
    void longAndForeignNames_areUnpacked() throws Exception {
        String name = "top/" + "long-folder-name/".repeat(12) + "\u00fcber-caf\u00e9";
        List<FileEntry> files = tar(new TarBytes()
                .entry('g', "pax_global_header", "", 0644, TarBytes.record("comment", "a commit"))
                .entry('x', "x", "", 0644, TarBytes.record("mtime", "1.5") + TarBytes.record("path", name))
                .file("short", "pax")
                .entry('L', "././@LongLink", "", 0644, name + "2\0")
                .file("short", "gnu")
                .entry(TarBytes.FILE, "x", "prefixed", b -> UstarField.PREFIX.put(b, "top/pre".getBytes())));
        assertEquals("pax", Files.readString(unpacked(name.substring(4))));
        assertEquals("gnu", Files.readString(unpacked(name.substring(4) + "2")));
        assertEquals("prefixed", Files.readString(unpacked("pre/x")));
        assertEquals(3, files.size());
    }

    @Test
    void namesThatResembleRefusedOnes_areUnpacked() throws Exception {
        List<String> names =
                List.of("com", "com10.txt", "conin", "console", "lib/nulls", "lpt1x", "not-utf8-\ufffd", "x.con");
        TarBytes tar = new TarBytes();
        names.forEach(name -> tar.file("top/" + name, "x"));
        assertEquals(names, tar(tar).stream().map(FileEntry::path).toList());
    }

    /** GNU tar leaves the first 100 bytes of a long name in the header, which may end inside a character. */
    @Test
    void longNameCutInsideCharacter_isUnpacked() throws Exception {
        String name = "top/" + "x".repeat(95) + "\u00e9";
        byte[] cut = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 100);
        tar(new TarBytes()
                .entry('L', "././@LongLink", "", 0644, name + "\0")
                .entry(TarBytes.FILE, "top/", "long", block -> UstarField.NAME.put(block, cut)));
        assertEquals("long", Files.readString(unpacked(name.substring(4))));
    }

    @Test
    void correctChecksums_areAccepted() throws Exception {
        List<FileEntry> files = tar(new TarBytes()
                .file("top/checksums.sha256", HELLO + "  hello\n" + HELLO + " *./sub/hello\n")
                .file("top/hello", "hello")
                .file("top/sub/hello", "hello")
                .link("top/link", "hello"));
        assertEquals(3, files.size());
    }

    @Test
    void emptyFilesAndFolders_areUnpacked() throws Exception {
        tar(new TarBytes().file("top/empty", "").folder("top/folder/"));
        assertEquals(0, Files.size(unpacked("empty")));
        assertTrue(Files.isDirectory(unpacked("folder")));
    }

    @Test
    void zipWithStoredAndDeflatedEntries_isUnpacked() throws Exception {
        ZipFileBytes.Entry plain = ZipFileBytes.stored("top/described", ZipFileBytes.FILE, "hello");
        byte[] content = "deflated ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        List<FileEntry> files = unpack(
                "a.zip",
                new ZipFileBytes()
                        .add(ZipFileBytes.stored("top/", ZipFileBytes.FOLDER, ""))
                        .add(ZipFileBytes.stored("top/hello", ZipFileBytes.PROGRAM, "hello"))
                        .add(ZipFileBytes.deflated("top/caf\u00e9", content))
                        .add(plain.descriptor(ZipFileBytes.descriptor(plain.crc(), 5, 5)))
                        .end());
        assertEquals(3, files.size());
        assertEquals("r-xr-xr-x", mode(unpacked("hello")));
        assertEquals("deflated ".repeat(1000), Files.readString(unpacked("caf\u00e9")));
    }

    @Test
    void zipOfJdk_isUnpacked() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("top/"));
            zip.putNextEntry(new ZipEntry("top/hello"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of(new FileEntry("hello", 5, false, HELLO)), unpack("a.ZIP", bytes.toByteArray()));
    }

    @Test
    void tarAndZipOfSystem_areUnpacked() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source/top/sub"));
        Files.writeString(source.resolve("hello"), "hello");
        Files.writeString(source.resolve("x".repeat(120)), "long");
        Files.createSymbolicLink(source.resolve("link"), Path.of("hello"));
        for (String format : List.of("gnu", "pax")) {
            if (SystemTools.run(
                    source.getParent().getParent(), "tar", "--format=" + format, "-czf", "../archive", "top")) {
                unpackFile(format + ".tar.gz", folder.resolve(format));
                assertEquals("hello", Files.readString(folder.resolve(format + "/sub/link")));
            }
        }
        Files.delete(source.resolve("link"));
        Files.delete(folder.resolve("archive"));
        if (SystemTools.run(source.getParent().getParent(), "zip", "-qr", "../archive.zip", "top")) {
            Files.move(folder.resolve("archive.zip"), folder.resolve("archive"));
            assertEquals(2, unpackFile("x.zip", folder.resolve("zip")).size());
        }
    }

    @Test
    void progress_endsAtArchiveSize() throws Exception {
        List<Long> seen = new ArrayList<>();
        byte[] bytes = new TarBytes().file("top/a", "a".repeat(200_000)).end().gzip();
        Files.write(folder.resolve("archive"), bytes);
        new Unpacker(UnpackLimits.DEFAULT)
                .unpack(folder.resolve("archive"), "a.tgz", folder.resolve("out"), new ProgressListener() {
                    @Override
                    public void began(Phase phase, long total) {
                        seen.add(total);
                    }

                    @Override
                    public void advanced(Phase phase, long done) {
                        seen.add(done);
                    }
                });
        assertEquals(bytes.length, seen.getFirst());
        assertEquals(seen.subList(1, seen.size()).stream().sorted().toList(), seen.subList(1, seen.size()));
        assertTrue(seen.getLast() <= bytes.length && seen.getLast() > 0, seen.toString());
    }

    @Test
    void limits_areInclusive() throws Exception {
        byte[] two = new TarBytes().file("top/a", "a").file("top/b", "b").end().gzip();
        Files.write(folder.resolve("archive"), two);
        long bytes = 6L * UstarField.BLOCK;
        assertEquals(
                2,
                new Unpacker(new UnpackLimits(2, bytes, 1))
                        .inspect(folder.resolve("archive"), "a.tgz")
                        .size());
        for (UnpackLimits less : List.of(new UnpackLimits(1, bytes, 1), new UnpackLimits(2, bytes - 1, 1))) {
            assertThrows(
                    VerificationException.class, () -> new Unpacker(less).inspect(folder.resolve("archive"), "a.tgz"));
        }
    }

    private List<FileEntry> tar(TarBytes tar) throws IOException, CcoException {
        return unpack("a.tar.gz", tar.end().gzip());
    }

    /** Publishers do not add such an archive as it is, so that only unpacking accepts it. */
    private List<FileEntry> flat(TarBytes tar) throws IOException, CcoException {
        Files.write(folder.resolve("archive"), tar.end().gzip());
        return new Unpacker(UnpackLimits.DEFAULT)
                .unpack(folder.resolve("archive"), "a.tar.gz", folder.resolve("out"), ProgressListener.NONE);
    }

    private List<FileEntry> unpack(String name, byte[] bytes) throws IOException, CcoException {
        Files.write(folder.resolve("archive"), bytes);
        return unpackFile(name, folder.resolve("out"));
    }

    private List<FileEntry> unpackFile(String name, Path to) throws CcoException {
        Unpacker unpacker = new Unpacker(UnpackLimits.DEFAULT);
        List<FileEntry> files = unpacker.unpack(folder.resolve("archive"), name, to, ProgressListener.NONE);
        assertEquals(files, unpacker.inspect(folder.resolve("archive"), name));
        return files;
    }

    private Path unpacked(String path) {
        return folder.resolve("out").resolve(path);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
