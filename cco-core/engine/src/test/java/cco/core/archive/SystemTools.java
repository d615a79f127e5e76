package cco.core.archive;

import java.io.IOException;
import java.nio.file.Path;

/** Other programs' opinion of an archive, where this machine has them. */
public final class SystemTools {

    private SystemTools() {}

    /** Runs a command in a folder; false if there is no such command. It has to succeed. */
    public static boolean run(Path folder, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            return false;
        }
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " exits with " + exit);
        }
        return true;
    }
}
