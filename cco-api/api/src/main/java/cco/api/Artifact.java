package cco.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A complete, unverified download with the publisher's claims about it. */
public interface Artifact {

    /** {@return the name of the file, such as {@code cco-v0.3.0-linux-x86_64.tar.gz}} */
    String name();

    /** {@return the size in bytes} */
    long size();

    /**
     * Opens the file at its start, as often as needed.
     *
     * @return the content, to be closed by the caller
     * @throws IOException if the file cannot be read
     */
    InputStream open() throws IOException;

    /**
     * Returns the digest in the accepted manifest.
     *
     * @param algorithm such as {@code sha256}
     * @return the digest in lower-case hexadecimal; empty if the manifest has none
     */
    Optional<String> promisedDigest(String algorithm);

    /**
     * Returns the digest of the content, if cco computed it while the file was downloaded.
     *
     * <p>It saves a verifier from reading a large file. An empty result is no reason to reject the file.
     *
     * @param algorithm such as {@code sha256}
     * @return the digest in lower-case hexadecimal; empty if only {@link #open} can tell
     */
    default Optional<String> digest(String algorithm) {
        return Optional.empty();
    }

    /**
     * Reads a detached proof that the publisher put beside the file, such as a signature.
     *
     * @param suffix the suffix after the name of the file, such as {@code .asc}
     * @return the proof; empty if the repository has no such file
     * @throws IOException if the repository cannot be read
     */
    Optional<byte[]> proof(String suffix) throws IOException;

    /**
     * Reads a file that the user pinned for the app, such as the keys of its publisher.
     *
     * <p>It lies in the folder {@code anchors/<app>} beside the configuration and does not come from the repository. A
     * verifier takes everything that it trusts from here.
     *
     * @param name the name of the file, such as {@code keyring.gpg}: lower-case letters, digits, dots and dashes
     * @return the content; empty if no such file is pinned for this app
     * @throws IOException if the file cannot be read or is larger than 1 MiB
     */
    default Optional<byte[]> anchor(String name) throws IOException {
        return Optional.empty();
    }
}
