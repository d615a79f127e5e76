package cco.publisher.packaging;

import cco.core.archive.Checksums;
import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.disk.FileModes;
import cco.core.error.CcoException;
import cco.core.model.ProgressListener;
import cco.publisher.pack.LevelGzip;
import cco.publisher.packaging.PackageTree.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Places the files of a build as the Filesystem Hierarchy Standard expects them: the program in {@code /usr/lib/<app>},
 * its command in {@code /usr/bin}, and manual pages, completions and systemd units from the build's {@code share} where
 * other programs look for them.
 */
final class LinuxLayout {

    private static final int MAX_LICENSE = 1 << 16;
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    private final PackageInfo info;
    private final PublishedBuild build;
    private final Map<String, String> shared;

    /**
     * A layout.
     *
     * @param shared where the folders of the build's {@code share} belong; other folders stay with the program
     */
    private LinuxLayout(PackageInfo info, PublishedBuild build, Map<String, String> shared) {
        this.info = info;
        this.build = build;
        this.shared = shared;
    }

    /** The layout of Debian. */
    static LinuxLayout debian(PackageInfo info, PublishedBuild build) {
        return new LinuxLayout(info, build, shared("usr/share/zsh/vendor-completions/"));
    }

    /** The layout of Fedora and openSUSE. */
    static LinuxLayout rpm(PackageInfo info, PublishedBuild build) {
        return new LinuxLayout(info, build, shared("usr/share/zsh/site-functions/"));
    }

    /** The layout of an AppDir: everything stays with the program. */
    static LinuxLayout appDir(PackageInfo info, PublishedBuild build) {
        return new LinuxLayout(info, build, Map.of());
    }

    private static Map<String, String> shared(String zsh) {
        return Map.of(
                "share/man/", "usr/share/man/",
                "share/bash-completion/", "usr/share/bash-completion/",
                "share/fish/", "usr/share/fish/",
                "share/zsh/site-functions/", zsh,
                "share/systemd/", "usr/lib/systemd/user/");
    }

    /** Unpacks the build into a new folder. */
    void unpack(Path folder) throws CcoException {
        new Unpacker(UnpackLimits.DEFAULT).unpack(build.file(), build.archive().name(), folder, ProgressListener.NONE);
    }

    /** The files of the unpacked build, its command and the marker. */
    PackageTree tree(Path unpacked, String marker) throws IOException {
        PackageTree tree = new PackageTree();
        try (Stream<Path> files = Files.walk(unpacked)) {
            for (Path file : files.filter(path -> Files.isSymbolicLink(path) || Files.isRegularFile(path))
                    .toList()) {
                String name = unpacked.relativize(file).toString();
                if (!name.equals(Checksums.NAME)) {
                    add(tree, name, file);
                }
            }
        }
        tree.put(home() + "managed-by.json", new Item.Text((marker + "\n").getBytes(StandardCharsets.UTF_8), false));
        tree.put("usr/bin/" + info.app(), new Item.Link("../lib/" + info.app() + "/" + build.executable()));
        return tree;
    }

    private String home() {
        return "usr/lib/" + info.app() + "/";
    }

    private void add(PackageTree tree, String name, Path file) throws IOException {
        String path = home() + name;
        for (Map.Entry<String, String> folder : shared.entrySet()) {
            if (name.startsWith(folder.getKey())) {
                path = folder.getValue() + name.substring(folder.getKey().length());
            }
        }
        if (Files.isSymbolicLink(file)) {
            tree.put(path, new Item.Link(Files.readSymbolicLink(file).toString()));
        } else if (path.startsWith("usr/share/man/") && !path.endsWith(".gz")) {
            tree.put(path + ".gz", new Item.Text(LevelGzip.best(Files.readAllBytes(file)), false));
        } else if (path.startsWith("usr/lib/systemd/user/")) {
            tree.put(path, new Item.Text(unit(Files.readString(file)), false));
        } else {
            tree.put(path, new Item.Copy(file, Files.size(file), FileModes.isExecutable(file)));
        }
    }

    /** The units of a build name the command that cco creates for a user. */
    private byte[] unit(String text) {
        return text.replace("%h/.local/bin/" + info.app() + " ", "/usr/bin/" + info.app() + " ")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a file of the tree is a native program or library. */
    static boolean hasNativeCode(PackageTree tree) throws IOException {
        for (Item item : tree.items().values()) {
            try (InputStream content = PackageTree.open(item)) {
                if (Arrays.equals(content.readNBytes(ELF.length), ELF)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The text of the license in the unpacked build. */
    static Optional<String> license(Path unpacked) throws IOException {
        for (String name : List.of("LICENSE", "LICENSE.txt", "LICENSE.md", "COPYING")) {
            Path file = unpacked.resolve(name);
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_LICENSE) {
                return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
