package cco.installer.posix;

import cco.api.PlatformInstaller;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * An installer that switches versions with symbolic links. {@code current -> versions/<version>} is relative, so the
 * home folder can be moved. The command is an absolute link to {@code current/<executable>}, so a single rename
 * switches the program that the user runs.
 */
public final class PosixInstaller implements PlatformInstaller {

    private static final String POINTER = "current";
    private static final Path VERSIONS = Path.of("versions");

    /** For the ServiceLoader. */
    public PosixInstaller() {}

    @Override
    public String id() {
        return "posix";
    }

    @Override
    public boolean supports(String osName) {
        return !osName.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    @Override
    public Optional<String> current(Path home) throws IOException {
        Path pointer = home.resolve(POINTER);
        if (!Files.exists(pointer, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isSymbolicLink(pointer)) {
            throw new NotLinkException(pointer.toString(), null, "it is not a symbolic link");
        }
        Path target = Files.readSymbolicLink(pointer);
        if (!isVersion(target)) {
            throw new NotLinkException(pointer.toString(), target.toString(), "its target is not a version");
        }
        return Optional.of(target.getFileName().toString());
    }

    @Override
    public void activate(Path home, String version) throws IOException {
        Path target = VERSIONS.resolve(version);
        if (!isVersion(target) || !Files.isDirectory(home.resolve(target), LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(home.resolve(target).toString());
        }
        if (current(home).equals(Optional.of(version))) {
            // A crash may have kept the earlier rename from reaching the disk.
            AtomicLink.sync(home);
            return;
        }
        AtomicLink.replace(home.resolve(POINTER), target);
    }

    @Override
    public Path expose(Path home, String executable, Path bin, String command) throws IOException {
        return link(home, Path.of(POINTER), executable, bin, command);
    }

    @Override
    public Path exposeVersion(Path home, String version, String executable, Path bin, String command)
            throws IOException {
        return link(home, VERSIONS.resolve(version), executable, bin, command);
    }

    private static Path link(Path home, Path folder, String executable, Path bin, String command) throws IOException {
        Path start = home.toAbsolutePath().resolve(folder);
        Path target = start.resolve(executable).normalize();
        Path link = bin.resolve(command).toAbsolutePath();
        if (!target.startsWith(start)
                || !link.normalize().getParent().equals(bin.toAbsolutePath().normalize())) {
            throw new IOException("the path leaves its folder: " + executable + ", " + command);
        }
        Files.createDirectories(bin);
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            // Unlike a rename, this fails if another program has created the file in the meantime.
            Files.createSymbolicLink(link, target);
            AtomicLink.sync(link.getParent());
        } else if (!leadsInto(home, link)) {
            throw new FileAlreadyExistsException(link.toString());
        } else if (!Files.readSymbolicLink(link).equals(target)) {
            AtomicLink.replace(link, target);
        }
        return link;
    }

    @Override
    public boolean exposes(Path home, Path file) throws IOException {
        return leadsInto(home, file);
    }

    private static boolean isVersion(Path target) {
        return target.getNameCount() == 2 && target.startsWith(VERSIONS) && target.equals(target.normalize());
    }

    /** Whether the file is a link into this home, even if the link reaches it by another path. */
    private static boolean leadsInto(Path home, Path link) throws IOException {
        if (!Files.isSymbolicLink(link)) {
            return false;
        }
        Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        for (Path path = target; path != null; path = path.getParent()) {
            if (path.equals(home.toAbsolutePath()) || (Files.exists(path) && Files.isSameFile(path, home))) {
                return true;
            }
        }
        return false;
    }
}
