package cco.core.archive;

import java.io.IOException;

/** An archive has entries outside one top-level folder, so it has to be read again as a flat one. */
final class FlatArchiveException extends IOException {

    private static final long serialVersionUID = 1;

    FlatArchiveException() {
        super("it has no single top-level folder");
    }
}
