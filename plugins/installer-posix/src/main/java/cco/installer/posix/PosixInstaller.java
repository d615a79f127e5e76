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
 * Keeps {@code current -> versions/<version>}, a relative link, so that the home folder can be moved; and the command,
 * an absolute link to {@code current/<executable>}, so that one rename switches what the user runs.
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
            throw new NotLinkException(pointer.toString(), target.toString(), "it does not point at a version");
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
            // The rename that made it so may not have reached the disk before a crash.
            AtomicLink.sync(home);
            return;
        }
        AtomicLink.replace(home.resolve(POINTER), target);
    }

    @Override
    public Path expose(Path home, String executable, Path bin, String command) throws IOException {
        Path current = home.toAbsolutePath().resolve(POINTER);
        Path target = current.resolve(executable).normalize();
        Path link = bin.resolve(command).toAbsolutePath();
        if (!target.startsWith(current)
                || !link.normalize().getParent().equals(bin.toAbsolutePath().normalize())) {
            throw new IOException("not names inside their folders: " + executable + ", " + command);
        }
        Files.createDirectories(bin);
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            // Fails where a rename would overwrite a file that somebody has put there in the meantime.
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

    /** Whether the file is a link to something below this home, also when it names the home by another way. */
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
