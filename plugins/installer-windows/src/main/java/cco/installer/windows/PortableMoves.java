package cco.installer.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The moves with Java alone, so that the installer's logic can be tested on any system. */
class PortableMoves implements FileMoves {

    @Override
    public void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to);
    }

    @Override
    public void deleteAtRestart(Path file) throws IOException {
        throw new IOException("only Windows deletes files at its start");
    }
}
