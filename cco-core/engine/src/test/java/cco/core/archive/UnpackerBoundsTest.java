package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.FileEntry;
import cco.core.model.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The longest name, the longest way of links and the largest header that are accepted, and the next ones. */
class UnpackerBoundsTest {

    @TempDir
    private Path folder;

    private List<FileEntry> inspect(TarBytes tar) throws IOException, CcoException {
        Path archive = Files.write(folder.resolve("archive"), tar.end().gzip());
        return new Unpacker(UnpackLimits.DEFAULT).inspect(archive, "a.tgz");
    }

    private void requireRefused(ArchiveRule rule, TarBytes tar) {
        VerificationException refused = assertThrows(VerificationException.class, () -> inspect(tar));
        assertTrue(refused.getMessage().endsWith(": " + rule.text()), refused.getMessage());
    }

    private static TarBytes named(String name) {
        return new TarBytes().entry('L', "long", "", 0644, name).file("short", "x");
    }

    @Test
    void partOfAName_has255Bytes() throws Exception {
        assertEquals(1, inspect(named("top/" + "x".repeat(255))).size());
        requireRefused(ArchiveRule.LONG_NAME, named("top/" + "x".repeat(256)));
    }

    @Test
    void name_has700Bytes() throws Exception {
        String long700 = "top" + "/x".repeat(348) + "y";
        assertEquals(700, long700.length());
        assertEquals(1, inspect(named(long700)).size());
        requireRefused(ArchiveRule.LONG_NAME, named(long700 + "z"));
    }

    @Test
    void linkTarget_has700Bytes() throws Exception {
        String detour = "a/../".repeat(139);
        assertEquals(2, inspect(linked(detour + "12345")).size());
        requireRefused(ArchiveRule.LINK_TARGET, linked(detour + "123456"));
    }

    private static TarBytes linked(String target) {
        TarBytes tar =
                new TarBytes().file("top/a/x", "x").file("top/" + target.substring(target.lastIndexOf('/') + 1), "x");
        return tar.pax("linkpath", target).link("top/link", "replaced");
    }

    /** Linux follows 40 links for one name. */
    @Test
    void fortyLinks_areFollowed() throws Exception {
        assertEquals(1, inspect(chain(40)).size());
        requireRefused(ArchiveRule.LINK_LOOP, chain(41));
    }

    /** A link to a file by way of this many other links. */
    private static TarBytes chain(int others) {
        TarBytes tar = new TarBytes().file("top/0", "x");
        for (int link = 1; link <= others + 1; link++) {
            tar.link("top/" + link, String.valueOf(link - 1));
        }
        return tar;
    }

    @Test
    void extendedHeader_has64Kibibytes() throws Exception {
        String comment = "65536 comment=" + "x".repeat(65_536 - 15) + "\n";
        assertEquals(
                1,
                inspect(new TarBytes().entry('g', "g", "", 0644, comment).file("top/x", "x"))
                        .size());
        requireRefused(
                ArchiveRule.EXTENSION_TOO_LARGE,
                new TarBytes().entry('g', "g", "", 0644, comment + "\n").file("top/x", "x"));
    }

    @Test
    void folderThatWasImplied_isNamedOnce() throws Exception {
        TarBytes tar = new TarBytes().file("top/a/x", "x").folder("top/a/");
        assertEquals(1, inspect(tar).size());
        requireRefused(
                ArchiveRule.DUPLICATE,
                new TarBytes().file("top/a/x", "x").folder("top/a/").folder("top/a/"));
    }

    @Test
    void linkInAnotherCase_isDangling() throws Exception {
        assertEquals(
                1,
                inspect(new TarBytes().file("top/hello", "x").link("top/x", "hello"))
                        .size());
        requireRefused(
                ArchiveRule.LINK_DANGLING, new TarBytes().file("top/hello", "x").link("top/x", "Hello"));
    }

    @Test
    void linkThroughALinkToAFolder_isFollowed() throws Exception {
        TarBytes tar = new TarBytes()
                .file("top/a/b/file", "x")
                .link("top/way", "a/b")
                .link("top/x", "way/../b/file")
                .link("top/y", "x");
        assertEquals(1, inspect(tar).size());
        requireRefused(
                ArchiveRule.LINK_DANGLING,
                new TarBytes().file("top/a/b/file", "x").link("top/way", "a/b").link("top/x", "way/b/file"));
    }

    @Test
    void progress_isThePlaceInTheArchive() throws Exception {
        byte[] zip = new ZipFileBytes()
                .add(ZipFileBytes.stored("top/a", ZipFileBytes.FILE, "a".repeat(100)))
                .add(ZipFileBytes.stored("top/b", ZipFileBytes.FILE, "b"))
                .end();
        assertEquals(List.of(35L, 30L + 5 + 100 + 30 + 5), places("a.zip", zip));
    }

    private List<Long> places(String name, byte[] archive) throws IOException, CcoException {
        List<Long> places = new ArrayList<>();
        Path file = Files.write(folder.resolve(name), archive);
        new Unpacker(UnpackLimits.DEFAULT).unpack(file, name, folder.resolve("out"), new ProgressListener() {
            @Override
            public void advanced(Phase phase, long done) {
                places.add(done);
            }
        });
        return places;
    }
}
