package cco.installer.windows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The moves of a Windows on which other programs have files open: such a file is neither replaced nor renamed. */
final class OpenFiles extends PortableMoves {

    final List<Path> deletedAtRestart = new ArrayList<>();
    boolean administrator;
    private final Map<Path, Integer> open = new HashMap<>();

    /** Another program closes the file after this number of attempts. */
    void open(Path file, int attempts) {
        open.put(file, attempts);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        requireClosed(to);
        super.replace(from, to);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        requireClosed(from);
        super.move(from, to);
    }

    @Override
    public void deleteAtRestart(Path file) throws IOException {
        if (!administrator) {
            throw new FileSystemException(file.toString(), null, "access is denied");
        }
        deletedAtRestart.add(file);
    }

    private void requireClosed(Path file) throws FileSystemException {
        int attempts = open.getOrDefault(file, 0);
        if (attempts > 0) {
            open.put(file, attempts - 1);
            throw new FileSystemException(file.toString(), null, "another program has it open");
        }
    }
}
