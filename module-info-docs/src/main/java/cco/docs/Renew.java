package cco.docs;

import java.io.IOException;
import java.nio.file.Path;

/** Regenerates the committed texts from the build, and deletes those of removed modules. */
public final class Renew {

    private Renew() {}

    /** Takes the root of the source tree as its only argument. */
    public static void main(String[] arguments) throws IOException {
        CommittedTexts.of(Path.of(arguments[0]).toRealPath()).write();
    }
}
