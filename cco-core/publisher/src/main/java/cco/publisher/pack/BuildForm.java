package cco.publisher.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** The form of a build file, told by its first bytes and not by its name. */
enum BuildForm {
    TAR_GZIP("1f8b"),
    ZIP("504b0304"),
    XZ("fd377a585a00"),
    /** A program for Linux, macOS or Windows, or a script. */
    PROGRAM("7f454c46", "cffaedfe", "cefaedfe", "cafebabe", "feedfacf", "4d5a", "2321"),
    UNKNOWN;

    private static final int LONGEST = 6;

    private final List<String> signatures;

    BuildForm(String... signatures) {
        this.signatures = List.of(signatures);
    }

    static BuildForm of(Path file) throws IOException {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = HexFormat.of().formatHex(in.readNBytes(LONGEST));
        }
        for (BuildForm form : values()) {
            if (form.signatures.stream().anyMatch(start::startsWith)) {
                return form;
            }
        }
        return UNKNOWN;
    }
}
