package cco.docs;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the committed texts anew from what was built, and deletes those of modules that are gone. */
public final class Renew {

    private Renew() {}

    /** The one argument is the root of the source tree. */
    public static void main(String[] arguments) throws IOException {
        CommittedTexts.of(Path.of(arguments[0]).toRealPath()).write();
    }
}
