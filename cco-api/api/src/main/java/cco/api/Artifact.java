package cco.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A completely downloaded file that waits to be verified, and the claims that the publisher made about it. */
public interface Artifact {

    /** The file's name, such as {@code cco-v0.3.0-linux-x86_64.tar.gz}. */
    String name();

    /** The size in bytes. */
    long size();

    /** Opens the file anew, from its beginning. */
    InputStream open() throws IOException;

    /**
     * The digest that the accepted manifest promises.
     *
     * @param algorithm such as {@code sha256}
     * @return lower-case hexadecimal, or nothing if the manifest does not name one
     */
    Optional<String> promisedDigest(String algorithm);

    /**
     * The detached proof that is published beside the file, such as a signature.
     *
     * @param suffix appended to the file's name, such as {@code .asc}
     * @return nothing if the repository has no such file
     * @throws IOException if the repository cannot be read
     */
    Optional<byte[]> proof(String suffix) throws IOException;

    /**
     * What the user pinned for the app, such as the keys that its publisher signs with: a file of the folder {@code
     * anchors/<app>} beside the configuration, where any verifier's user may put one. It does not come from the
     * repository, so this is where a verifier gets what it trusts.
     *
     * @param name the file's name, such as {@code keyring.gpg}: lower-case letters, digits, dots and dashes
     * @return nothing if no such file is pinned for this app
     * @throws IOException if it cannot be read, or has more than 1 MiB
     */
    default Optional<byte[]> anchor(String name) throws IOException {
        return Optional.empty();
    }
}
