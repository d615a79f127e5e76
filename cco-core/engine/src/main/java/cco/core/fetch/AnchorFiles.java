package cco.core.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pinned files of an app, for verifiers. */
@FunctionalInterface
public interface AnchorFiles {

    /**
     * Opens a pinned file.
     *
     * @throws java.nio.file.NoSuchFileException if there is none of that name
     */
    InputStream open(String name) throws IOException;

    /** The files of a folder, which need not exist. */
    static AnchorFiles in(Path folder) {
        return name -> Files.newInputStream(folder.resolve(name));
    }
}
