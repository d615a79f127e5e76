package cco.core.disk;

import cco.core.error.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells a broken transfer from a forged file. It says nothing about the publisher, and is over some time later: a file
 * with fewer bytes than promised, or the web page of a login in its place.
 */
public final class BrokenTransfer {

    private BrokenTransfer() {}

    /**
     * Finds out whether bytes that are not the promised file come from a broken transfer.
     *
     * @param head the first bytes, or all of them
     * @param size how many there are
     * @param promised how many there should be
     */
    public static Optional<SourceException> explain(String name, byte[] head, long size, long promised) {
        if (isWebPage(head)) {
            return Optional.of(webPage(name));
        }
        return size < promised
                ? Optional.of(new SourceException(
                        name + " is incomplete: " + size + " of " + promised + " bytes",
                        "try again later; if the source is a mirror, try another"))
                : Optional.empty();
    }

    /** Whether a file starts as no archive and no JSON document does. */
    public static boolean isWebPage(byte[] head) {
        return new String(head, StandardCharsets.UTF_8).stripLeading().startsWith("<");
    }

    /** The error for a web page in a file's place. */
    public static SourceException webPage(String name) {
        return new SourceException(
                name + " is a web page, not the file of a release repository",
                "check the address of the source, and whether the network asks for a login first");
    }
}
