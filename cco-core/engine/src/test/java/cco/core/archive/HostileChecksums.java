package cco.core.archive;

import cco.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Archives that contradict their own checksums.sha256. */
final class HostileChecksums {

    private static final String HELLO = Sha256.of("hello".getBytes(StandardCharsets.UTF_8)) + "  hello\n";
    private static final String OTHER =
            Sha256.of("other".getBytes(StandardCharsets.UTF_8)).hex();

    private HostileChecksums() {}

    static Stream<Hostile> all() {
        return List.of(
                hostile(ArchiveRule.CHECKSUM_WRONG, "other content", OTHER + "  hello\n"),
                hostile(ArchiveRule.CHECKSUM_UNLISTED, "file without a checksum", ""),
                hostile(ArchiveRule.CHECKSUM_WITHOUT_FILE, "missing file", HELLO + OTHER + "  other\n"),
                hostile(ArchiveRule.CHECKSUM_WITHOUT_FILE, "file outside", HELLO + OTHER + "  ../../sentinel\n"),
                hostile(ArchiveRule.CHECKSUMS_FORMAT, "MD5", "5d41402abc4b2a76b9719d911017c592  hello\n"),
                hostile(ArchiveRule.CHECKSUMS_FORMAT, "listed twice", HELLO + HELLO))
                .stream();
    }

    private static Hostile hostile(ArchiveRule rule, String attack, String checksums) {
        return Hostile.tar(
                rule,
                "checksums: " + attack,
                new TarBytes().file("top/checksums.sha256", checksums).file("top/hello", "hello"));
    }
}
