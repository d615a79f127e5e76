package cco.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** Unpacks the files of an earlier cco, which {@code src/test/compatibility/README.md} describes. */
final class EarlierState {

    private static final String PLACEHOLDER = "@FOLDER@";

    private final Path fixture;
    private final Path folder;

    private EarlierState(Path fixture, Path folder) {
        this.fixture = fixture;
        this.folder = folder;
    }

    /** Unpacks the files of a version into a folder. */
    static void unpack(String version, Path folder) throws IOException {
        Path fixture =
                Machine.BUNDLE.resolve("../../../e2e/src/test/compatibility").resolve(version);
        EarlierState state = new EarlierState(fixture.normalize(), folder);
        for (String line : Files.readAllLines(fixture.resolve("files.txt"))) {
            String[] words = line.split(" ", 3);
            state.unpack(Integer.parseInt(words[0], 8), words[1], words[2]);
        }
    }

    private void unpack(int mode, String path, String link) throws IOException {
        Path target = folder.resolve(path);
        Path text = fixture.resolve(path);
        Path binary = fixture.resolve(path + ".base64");
        if (!link.isEmpty()) {
            Files.createSymbolicLink(target, Path.of(translate(link)));
            return;
        }
        if (Files.isRegularFile(text)) {
            Files.writeString(target, translate(Files.readString(text)));
        } else if (Files.isRegularFile(binary)) {
            String encoded = Files.readString(binary, StandardCharsets.US_ASCII);
            Files.write(target, Base64.getMimeDecoder().decode(encoded));
        } else {
            Files.createDirectories(target);
        }
        Files.setPosixFilePermissions(target, permissions(mode));
    }

    private String translate(String text) {
        return text.replace(PLACEHOLDER, folder.toString());
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        PosixFilePermission[] bits = PosixFilePermission.values();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < bits.length; i++) {
            if ((mode & 0400 >> i) != 0) {
                permissions.add(bits[i]);
            }
        }
        return permissions;
    }
}
