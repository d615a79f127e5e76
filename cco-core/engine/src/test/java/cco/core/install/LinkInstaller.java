package cco.core.install;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** An installer whose commands are absolute symbolic links, as those of POSIX systems. */
final class LinkInstaller extends FakeInstaller {

    @Override
    public Path expose(Path home, String executable, Path bin, String command) throws IOException {
        Path link = Files.createDirectories(bin).resolve(command);
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !exposes(home, link)) {
            throw new FileAlreadyExistsException(link.toString());
        }
        Files.deleteIfExists(link);
        return Files.createSymbolicLink(link, program(home, executable));
    }

    private Path program(Path home, String executable) throws IOException {
        return home.resolve("versions").resolve(current(home).orElseThrow()).resolve(executable);
    }

    @Override
    public boolean exposes(Path home, Path file) throws IOException {
        return Files.isSymbolicLink(file) && Files.readSymbolicLink(file).startsWith(home);
    }
}
