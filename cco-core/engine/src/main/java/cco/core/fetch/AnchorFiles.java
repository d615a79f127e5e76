package cco.core.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is pinned for an app, for verifiers to look at. */
@FunctionalInterface
public interface AnchorFiles {

    /**
     * Opens what is pinned under a name.
     *
     * @throws java.nio.file.NoSuchFileException if nothing is
     */
    InputStream open(String name) throws IOException;

    /** The files of a folder, which need not exist. */
    static AnchorFiles in(Path folder) {
        return name -> Files.newInputStream(folder.resolve(name));
    }
}
