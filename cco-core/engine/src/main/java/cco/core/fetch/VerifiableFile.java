package cco.core.fetch;

import cco.core.error.CheckedSupplier;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The subject of a verification: an archive in the cache, or a document in memory.
 *
 * @param path inside the repository; a proof has this path with a suffix
 * @param sha256 the digest that the accepted manifest promises and the file has; nothing for the manifest itself
 * @param content opens the file from its start
 */
record VerifiableFile(
        String name,
        String path,
        long size,
        Optional<Sha256> sha256,
        CheckedSupplier<InputStream, IOException> content) {

    static VerifiableFile of(RepositoryFile file, Path blob) {
        return new VerifiableFile(
                file.name(), file.path(), file.size(), Optional.of(file.sha256()), () -> Files.newInputStream(blob));
    }

    static VerifiableFile of(String path, byte[] document) {
        return new VerifiableFile(
                path.substring(path.lastIndexOf('/') + 1),
                path,
                document.length,
                Optional.empty(),
                () -> new ByteArrayInputStream(document));
    }
}
