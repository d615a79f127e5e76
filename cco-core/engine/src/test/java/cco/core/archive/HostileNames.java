package cco.core.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names of entries that mean another file on some system. Each is tried in a tar file and in a zip file. */
final class HostileNames {

    private static final Map<String, ArchiveRule> RULES = new TreeMap<>();

    static {
        add(ArchiveRule.PARENT_SEGMENT, "../sentinel", "top/../../sentinel", "top/a/../b", "top/..");
        add(ArchiveRule.DOT_SEGMENT, "././top/x", "top/./x", "top/.");
        add(ArchiveRule.ABSOLUTE, "/etc/cron.d/x", "//server/share/x");
        add(ArchiveRule.EMPTY_SEGMENT, "top//x", "");
        add(ArchiveRule.BACKSLASH, "top\\x", "\\\\server\\share\\x", "top/..\\..\\x", "C:\\x");
        add(ArchiveRule.RESERVED_CHARACTER, "C:/x", "top/C:x", "top/file:stream");
        add(ArchiveRule.RESERVED_CHARACTER, "top/a*b", "top/a?b", "top/<a>", "top/\"");
        add(
                ArchiveRule.HIDDEN_CHARACTER,
                "top/a\nb",
                "top/a\u001b[2Jb",
                "top/a\u007f",
                "top/a\u0085",
                "top/exe\u202etxt",
                "top/.g\u200cit",
                "top/a\u2028b",
                "top/\ue000");
        add(ArchiveRule.TRAILING_DOT, "top/x.", "top/x ", "top/.. /x", "top/...", "top./x");
        add(
                ArchiveRule.RESERVED_NAME,
                "top/CON",
                "top/nul.txt",
                "top/aux/x",
                "top/Com1",
                "top/LPT9.a.b",
                "top/nul .txt",
                "top/conin$",
                "top/com\u00b2");
        add(
                ArchiveRule.LONG_NAME,
                "top/" + "x".repeat(256),
                "top/" + "\u00e9".repeat(128),
                "top" + "/x".repeat(349) + "/yz");
    }

    private HostileNames() {}

    static Stream<Hostile> all() {
        Stream<Hostile> named = RULES.entrySet().stream()
                .flatMap(name -> Stream.of(
                        Hostile.tar(name.getValue(), shown(name.getKey()), tar(name.getKey())),
                        Hostile.zip(name.getValue(), shown(name.getKey()), zip(name.getKey()))));
        return Stream.concat(named, Stream.of(latin1()));
    }

    private static Hostile latin1() {
        byte[] name = "top/caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        return Hostile.tar(
                ArchiveRule.NAME_NOT_UTF8,
                "name in Latin-1",
                new TarBytes()
                        .file("top/hello", "hello")
                        .entry(TarBytes.FILE, "", "x", block -> UstarField.NAME.put(block, name)));
    }

    private static void add(ArchiveRule rule, String... names) {
        Arrays.stream(names).forEach(name -> RULES.put(name, rule));
    }

    private static TarBytes tar(String name) {
        TarBytes tar = new TarBytes().file("top/hello", "hello");
        return tar.entry('L', "long", "", 0644, name + "\0").file("top/short", "overwritten");
    }

    private static byte[] zip(String name) {
        return new ZipFileBytes()
                .add(ZipFileBytes.stored("top/hello", ZipFileBytes.FILE, "hello"))
                .add(ZipFileBytes.stored(name, name.endsWith("/") ? ZipFileBytes.FOLDER : ZipFileBytes.FILE, ""))
                .end();
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^ -~]", "#");
        return "name '" + plain.substring(0, Math.min(30, plain.length())) + "'";
    }
}
