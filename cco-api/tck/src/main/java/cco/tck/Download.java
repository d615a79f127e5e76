package cco.tck;

import cco.api.Artifact;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A download in memory, with the claims of its publisher and its user. Each {@code with…} returns a copy.
 *
 * @param name the file's name
 * @param content its bytes
 * @param digests the promised digests, in hexadecimal by algorithm
 * @param proofs the files beside it in the repository, by suffix
 * @param anchors the user's pinned files, by name
 */
public record Download(
        String name,
        byte[] content,
        Map<String, String> digests,
        Map<String, byte[]> proofs,
        Map<String, byte[]> anchors)
        implements Artifact {

    /**
     * {@return a download without claims}
     *
     * @param name the file's name, without a folder
     * @param content the bytes of the file; may be empty
     */
    public static Download of(String name, byte[] content) {
        return new Download(name, content, Map.of(), Map.of(), Map.of());
    }

    /**
     * {@return a copy with other bytes}
     *
     * @param other the new bytes of the file; may be empty
     */
    public Download withContent(byte[] other) {
        return new Download(name, other, digests, proofs, anchors);
    }

    /**
     * {@return a copy with another promised digest}
     *
     * @param algorithm the name of the digest, such as {@code sha256}
     * @param hexadecimal the digest in lower case, two digits a byte
     */
    public Download withDigest(String algorithm, String hexadecimal) {
        return new Download(name, content, with(digests, algorithm, hexadecimal), proofs, anchors);
    }

    /**
     * {@return a copy with another proof}
     *
     * @param suffix the ending after the name of the download, such as {@code .asc}
     * @param proof the bytes of the file beside the download; may be empty
     */
    public Download withProof(String suffix, byte[] proof) {
        return new Download(name, content, digests, with(proofs, suffix, proof), anchors);
    }

    /**
     * {@return a copy with another pinned file}
     *
     * @param file the name of the pinned file, such as {@code keyring.gpg}
     * @param anchor the bytes of the pinned file; may be empty
     */
    public Download withAnchor(String file, byte[] anchor) {
        return new Download(name, content, digests, proofs, with(anchors, file, anchor));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> changed = new TreeMap<>(map);
        changed.put(key, value);
        return changed;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public Optional<String> promisedDigest(String algorithm) {
        return Optional.ofNullable(digests.get(algorithm));
    }

    @Override
    public Optional<byte[]> proof(String suffix) {
        return Optional.ofNullable(proofs.get(suffix)).map(byte[]::clone);
    }

    @Override
    public Optional<byte[]> anchor(String file) {
        return Optional.ofNullable(anchors.get(file)).map(byte[]::clone);
    }
}
