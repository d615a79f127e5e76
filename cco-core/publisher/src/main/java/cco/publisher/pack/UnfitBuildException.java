package cco.publisher.pack;

import java.io.IOException;

/** A build has content that no archive can hold. All other failures to write an archive are those of a disk. */
final class UnfitBuildException extends IOException {

    private static final long serialVersionUID = 1;

    UnfitBuildException(String message) {
        super(message);
    }
}
