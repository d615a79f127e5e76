package cco.core.archive;

import static cco.core.archive.Hostile.tar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Tar files that try to write elsewhere, to mislead, or to exhaust. */
final class HostileTars {

    private static final String FILE = "top/sentinel";

    private HostileTars() {}

    static Stream<Hostile> all() {
        return Stream.of(kinds(), links(), places(), extensions(), damage(), bombs())
                .flatMap(List::stream);
    }

    private static TarBytes tarBytes() {
        return new TarBytes().folder("top/").file("top/hello", "hello");
    }

    private static List<Hostile> kinds() {
        return List.of(
                tar(
                        ArchiveRule.HARD_LINK,
                        "hard link out",
                        tarBytes().entry(TarBytes.HARD_LINK, "top/x", "../../sentinel", 0644, "")),
                tar(
                        ArchiveRule.HARD_LINK,
                        "hard link within",
                        tarBytes().entry(TarBytes.HARD_LINK, "top/x", "top/hello", 0644, "")),
                tar(ArchiveRule.SPECIAL_FILE, "character device", tarBytes().entry('3', "top/x", "", 0644, "")),
                tar(ArchiveRule.SPECIAL_FILE, "block device", tarBytes().entry('4', "top/x", "", 0644, "")),
                tar(ArchiveRule.SPECIAL_FILE, "fifo", tarBytes().entry('6', "top/x", "", 0644, "")),
                tar(ArchiveRule.SPARSE, "GNU sparse file", tarBytes().entry('S', "top/x", "", 0644, "")),
                tar(
                        ArchiveRule.SPARSE,
                        "pax sparse file",
                        tarBytes().pax("GNU.sparse.major", "1").file("top/x", "x")),
                tar(ArchiveRule.UNKNOWN_TYPE, "contiguous file", tarBytes().entry('7', "top/x", "", 0644, "x")),
                tar(
                        ArchiveRule.UNKNOWN_TYPE,
                        "continued from another volume",
                        tarBytes().entry('M', "top/x", "", 0644, "x")),
                tar(ArchiveRule.UNKNOWN_TYPE, "volume label", tarBytes().entry('V', "top/x", "", 0644, "")),
                tar(ArchiveRule.SPECIAL_MODE, "setuid", tarBytes().entry(TarBytes.FILE, "top/x", "", 04755, "x")),
                tar(ArchiveRule.SPECIAL_MODE, "setgid", tarBytes().entry(TarBytes.FILE, "top/x", "", 02755, "x")),
                tar(ArchiveRule.SPECIAL_MODE, "sticky", tarBytes().entry(TarBytes.FOLDER, "top/x", "", 01777, "")),
                tar(
                        ArchiveRule.CONTENT_WITHOUT_FILE,
                        "folder with content",
                        tarBytes().entry(TarBytes.FOLDER, "top/x", "", 0755, "x")),
                tar(
                        ArchiveRule.CONTENT_WITHOUT_FILE,
                        "link with content",
                        tarBytes().entry(TarBytes.LINK, "top/x", "hello", 0777, "x")));
    }

    private static List<Hostile> links() {
        TarBytes loop = tarBytes().link("top/a", "b").link("top/b", "a");
        TarBytes detour =
                tarBytes().file("top/a/b/c", "x").link("top/deep", "a/b").link("top/x", "deep/../../../y");
        return List.of(
                tar(ArchiveRule.LINK_ABSOLUTE, "absolute link", tarBytes().link("top/x", "/etc/passwd")),
                tar(
                        ArchiveRule.LINK_ESCAPES,
                        "link out of the top folder",
                        tarBytes().link("top/x", "../hello")),
                tar(ArchiveRule.LINK_ESCAPES, "link far out", tarBytes().link("top/x", "../../../sentinel")),
                tar(
                        ArchiveRule.LINK_ESCAPES,
                        "link that goes out and comes back",
                        tarBytes().link("top/x", "../top/hello")),
                tar(ArchiveRule.LINK_ESCAPES, "link out by way of another link", detour),
                tar(ArchiveRule.LINK_DANGLING, "link to nothing", tarBytes().link("top/x", "nothing")),
                tar(ArchiveRule.LINK_DANGLING, "link through a file", tarBytes().link("top/x", "hello/y")),
                tar(ArchiveRule.LINK_LOOP, "two links to each other", loop),
                tar(
                        ArchiveRule.LINK_LOOP,
                        "link to its own folder",
                        tarBytes().file("top/a/b", "x").link("top/a/x", "../a")),
                tar(ArchiveRule.LINK_TARGET, "link to an empty name", tarBytes().link("top/x", "")),
                tar(ArchiveRule.LINK_TARGET, "link with a backslash", tarBytes().link("top/x", "..\\..\\sentinel")),
                tar(
                        ArchiveRule.LINK_TARGET,
                        "link to itself by a dot",
                        tarBytes().link("top/x", "./hello")),
                tar(
                        ArchiveRule.LINK_TARGET,
                        "endless link target",
                        tarBytes().pax("linkpath", "a/".repeat(400) + "b").link("top/x", "hello")),
                tar(
                        ArchiveRule.BEHIND_LINK,
                        "file through a link",
                        tarBytes().link("top/x", "../..").file("top/x/sentinel", "overwritten")),
                tar(
                        ArchiveRule.BEHIND_LINK,
                        "link over a folder",
                        tarBytes().file("top/x/y", "x").link("top/x", "../..")));
    }

    private static List<Hostile> places() {
        return List.of(
                tar(
                        ArchiveRule.COLLISION,
                        "top-level folder in another case",
                        tarBytes().file("TOP/x", "x")),
                tar(
                        ArchiveRule.BEHIND_LINK,
                        "link as the top-level folder",
                        new TarBytes().link("top", "..").file(FILE, "x")),
                tar(
                        ArchiveRule.LINK_ESCAPES,
                        "link out of a flat archive",
                        new TarBytes().file("hello", "x").link("out", "../..")),
                tar(
                        ArchiveRule.DUPLICATE,
                        "one file with and without a dot",
                        new TarBytes().file("hello", "x").file("./hello", "y")),
                tar(ArchiveRule.DOT_SEGMENT, "file named dot", new TarBytes().file(".", "x")),
                tar(ArchiveRule.DUPLICATE, "same file twice", tarBytes().file("top/hello", "other")),
                tar(ArchiveRule.DUPLICATE, "file, then link", tarBytes().link("top/hello", "../../sentinel")),
                tar(ArchiveRule.DUPLICATE, "same folder twice", tarBytes().folder("top/")),
                tar(ArchiveRule.COLLISION, "other case", tarBytes().file("top/HELLO", "other")),
                tar(
                        ArchiveRule.COLLISION,
                        "folder in another case",
                        tarBytes().file("top/a/x", "x").file("top/A/y", "y")),
                tar(
                        ArchiveRule.COLLISION,
                        "sharp s",
                        tarBytes().file("top/stra\u00dfe", "x").file("top/STRASSE", "y")),
                tar(
                        ArchiveRule.COLLISION,
                        "composed and decomposed",
                        tarBytes().file("top/caf\u00e9", "x").file("top/cafe\u0301", "y")),
                tar(
                        ArchiveRule.COLLISION,
                        "ligature",
                        tarBytes().file("top/\ufb01le", "x").file("top/file", "y")),
                tar(ArchiveRule.FILE_AS_FOLDER, "file in a file", tarBytes().file("top/hello/x", "x")),
                tar(
                        ArchiveRule.FILE_AS_FOLDER,
                        "file over a folder",
                        tarBytes().file("top/x/y", "x").file("top/x", "y")),
                tar(ArchiveRule.EMPTY_ARCHIVE, "no entry", new TarBytes()),
                tar(ArchiveRule.EMPTY_ARCHIVE, "only folders", new TarBytes().folder("top/")),
                tar(ArchiveRule.TOO_MANY_ENTRIES, "too many folders", many()));
    }

    private static List<Hostile> extensions() {
        String longPath = "../".repeat(60) + "sentinel";
        return List.of(
                tar(
                        ArchiveRule.PARENT_SEGMENT,
                        "pax path out",
                        tarBytes().pax("path", "top/../../x").file(FILE, "x")),
                tar(
                        ArchiveRule.PARENT_SEGMENT,
                        "GNU long name out",
                        tarBytes().entry('L', "l", "", 0644, longPath + "\0").file(FILE, "x")),
                tar(
                        ArchiveRule.LINK_ESCAPES,
                        "GNU long link out",
                        tarBytes().entry('K', "k", "", 0644, longPath + "\0").link(FILE, "hello")),
                tar(
                        ArchiveRule.LINK_ABSOLUTE,
                        "pax linkpath out",
                        tarBytes().pax("linkpath", "/etc").link(FILE, "hello")),
                tar(
                        ArchiveRule.EMPTY_SEGMENT,
                        "empty pax path",
                        tarBytes().pax("path", "").file(FILE, "x")),
                tar(
                        ArchiveRule.HIDDEN_CHARACTER,
                        "NUL in a pax path",
                        tarBytes().pax("path", "top/x\0y").file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_CONFLICT,
                        "size smuggled by pax",
                        tarBytes().pax("size", "1024").file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_CONFLICT,
                        "negative pax size",
                        tarBytes().pax("size", "-1").file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_CONFLICT,
                        "two names",
                        tarBytes()
                                .pax("path", "top/x")
                                .entry('L', "l", "", 0644, "top/y")
                                .file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_CONFLICT,
                        "one keyword twice",
                        tarBytes()
                                .entry(
                                        'x',
                                        "p",
                                        "",
                                        0644,
                                        TarBytes.record("path", "top/x") + TarBytes.record("path", "top/y"))
                                .file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_CONFLICT,
                        "global path",
                        tarBytes()
                                .entry('g', "g", "", 0644, TarBytes.record("path", "../sentinel"))
                                .file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_CONFLICT,
                        "header for nothing",
                        tarBytes().pax("path", "top/x")),
                tar(
                        ArchiveRule.EXTENSION_FORMAT,
                        "record longer than its header",
                        tarBytes().entry('x', "p", "", 0644, "99 path=x\n").file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_FORMAT,
                        "record of length 0",
                        tarBytes().entry('x', "p", "", 0644, "0 path=x\n").file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_FORMAT,
                        "endless length",
                        tarBytes().entry('x', "p", "", 0644, "0".repeat(500)).file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_FORMAT,
                        "record without value",
                        tarBytes().entry('x', "p", "", 0644, "7 path\n").file(FILE, "x")),
                tar(
                        ArchiveRule.EXTENSION_TOO_LARGE,
                        "huge pax header",
                        tarBytes().entry('x', "p", "", 0644, "1".repeat(70_000)).file(FILE, "x")));
    }

    private static List<Hostile> damage() {
        byte[] sound = tarBytes().end().gzip();
        byte[] flipped = sound.clone();
        flipped[flipped.length - 6] ^= 1;
        byte[] twice = Arrays.copyOf(sound, 2 * sound.length);
        System.arraycopy(sound, 0, twice, sound.length, sound.length);
        List<Hostile> damage = new ArrayList<>(List.of(
                tar(ArchiveRule.TRUNCATED, "no end marker", tarBytes().gzip()),
                tar(
                        ArchiveRule.TRUNCATED,
                        "half an end marker",
                        tarBytes().raw(new byte[UstarField.BLOCK]).gzip()),
                tar(
                        ArchiveRule.TRUNCATED,
                        "half a header",
                        tarBytes().raw(new byte[100]).gzip()),
                tar(ArchiveRule.TRUNCATED, "no gzip trailer", Arrays.copyOf(sound, sound.length - 4)),
                tar(ArchiveRule.DAMAGED, "half the compressed data", Arrays.copyOf(sound, sound.length / 2)),
                tar(ArchiveRule.TRUNCATED, "empty file", new byte[0]),
                tar(ArchiveRule.DAMAGED, "wrong CRC", flipped),
                tar(ArchiveRule.DAMAGED, "not gzip", new byte[UstarField.BLOCK]),
                tar(ArchiveRule.TRAILING_DATA, "garbage behind gzip", Arrays.copyOf(sound, sound.length + 1)),
                tar(ArchiveRule.TRAILING_DATA, "second gzip member", twice),
                tar(
                        ArchiveRule.TRAILING_DATA,
                        "entry behind the end",
                        tarBytes().end().file("top/x", "x").gzip()),
                tar(
                        ArchiveRule.TAR_CHECKSUM,
                        "wrong checksum",
                        tarBytes().raw(unchecked()).end().gzip()),
                tar(
                        ArchiveRule.TAR_FORMAT,
                        "version 7 header",
                        tarBytes().entry('0', FILE, "x", block -> UstarField.MAGIC.put(block, new byte[8])))));
        damage.addAll(sizes());
        return damage;
    }

    private static List<Hostile> sizes() {
        byte[] base256 = new byte[12];
        base256[0] = (byte) 0x80;
        base256[11] = 1;
        byte[] negative = "-0000000001\0".getBytes(StandardCharsets.US_ASCII);
        return List.of(
                tar(
                        ArchiveRule.TAR_NUMBER,
                        "negative size",
                        tarBytes().entry('0', FILE, "x", block -> UstarField.SIZE.put(block, negative))),
                tar(
                        ArchiveRule.TAR_NUMBER,
                        "size in base 256",
                        tarBytes().entry('0', FILE, "x", block -> UstarField.SIZE.put(block, base256))),
                tar(
                        ArchiveRule.TRUNCATED,
                        "size beyond the file",
                        tarBytes().entry('0', FILE, "x", block -> UstarField.SIZE.putOctal(block, 077777777777L))));
    }

    private static List<Hostile> bombs() {
        return List.of(
                tar(ArchiveRule.TOO_LARGE, "more bytes than allowed", new TarBytes().file("top/x", noise((int)
                                UnpackerTest.LIMITS.bytes()))),
                tar(
                        ArchiveRule.COMPRESSION_BOMB,
                        "zeros",
                        new TarBytes().file("top/x", "\0".repeat((int) UnpackerTest.LIMITS.bytes() - 4096))),
                tar(
                        ArchiveRule.COMPRESSION_BOMB,
                        "zeros behind the end",
                        tarBytes().end().raw(new byte[(int) UnpackerTest.LIMITS.bytes() - 4096])));
    }

    private static TarBytes many() {
        TarBytes tar = tarBytes();
        for (int i = 0; i < UnpackerTest.LIMITS.entries(); i++) {
            tar.folder("top/" + i);
        }
        return tar;
    }

    /** Random but the same each time; deflates to about half. */
    private static String noise(int length) {
        return new Random(1)
                .ints(length, 'a', 'q')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] unchecked() {
        byte[] block = new byte[UstarField.BLOCK];
        UstarField.MAGIC.put(block, UstarField.POSIX.getBytes(StandardCharsets.US_ASCII));
        UstarField.CHECKSUM.putOctal(block, 1);
        return block;
    }
}
