package cco.publisher.signing;

import cco.core.disk.IoReason;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.metadata.MetadataSource;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataRequest;
import cco.core.tuf.RootChain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The metadata in a repository's folder. */
record FolderSource(Path directory) implements MetadataSource {

    @Override
    public Optional<UntrustedBytes> fetch(MetadataRequest request) throws SourceException, VerificationException {
        Path file = directory.resolve(request.file());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(request.limit() + 1);
            if (bytes.length > request.limit()) {
                throw new VerificationException(
                        file + " has more than " + request.limit() + " bytes, which no client reads",
                        "remove old versions from the manifest");
            }
            return Optional.of(new UntrustedBytes(file.toString(), bytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SourceException(
                    IoReason.explain("cannot read the metadata", e), "check the permissions of the repository", e);
        }
    }

    /** The root that follows in the chain, if there is one. */
    Optional<UntrustedBytes> next(RootChain chain) throws SourceException, VerificationException {
        Optional<MetadataRequest> request = chain.next();
        return request.isPresent() ? fetch(request.get()) : Optional.empty();
    }

    /** A file that every repository has. */
    UntrustedBytes require(MetadataRequest request) throws SourceException, VerificationException {
        return fetch(request)
                .orElseThrow(() -> new VerificationException(
                        "the repository has no " + directory.resolve(request.file()),
                        "restore it from a copy or a mirror"));
    }
}
