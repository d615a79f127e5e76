package cco.core.fetch;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.ProgressListener;
import cco.core.model.ProgressListener.Phase;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/**
 * Gets one archive from one origin: goes on where an earlier attempt stopped, takes not one byte more than promised,
 * and makes the file a blob if its digest is right.
 */
record ArchiveDownload(OriginClient reader, BlobFiles files, RepositoryFile file, ProgressListener listener) {

    private static final String HINT = "if the source is a mirror, use another; otherwise tell the publisher";

    /**
     * Ends with the blob in its place, or with the reason why this origin did not serve it.
     *
     * @throws cco.core.error.SourceException if the origin failed; the bytes so far are kept
     * @throws VerificationException if it serves something else than the manifest promises
     * @throws cco.core.error.InstallException if the disk failed; no other origin could help
     */
    void from(Origin origin) throws CcoException {
        boolean resumed = Files.exists(files.partial());
        try {
            attempt(origin);
        } catch (VerificationException e) {
            // The old bytes may have been the wrong ones, so this origin gets one chance from the beginning.
            if (!resumed || Files.exists(files.partial())) {
                throw e;
            }
            attempt(origin);
        }
    }

    private void attempt(Origin origin) throws CcoException {
        try (PartialFile partial = PartialFile.open(files, file)) {
            boolean longer = partial.length() < file.size() && pull(origin, partial);
            Sha256 digest = partial.digest();
            if (longer || !digest.equals(file.sha256())) {
                partial.discard();
                throw refused(
                        origin,
                        longer
                                ? "it is longer than the " + file.size() + " bytes that were promised"
                                : "its sha256 is " + digest + ", not " + file.sha256() + " as promised");
            }
            partial.publish();
        }
    }

    /** Whether the origin sends more than was promised. */
    private boolean pull(Origin origin, PartialFile partial) throws CcoException {
        Resource rest = new Resource(file.path(), partial.length(), partial.validator(origin.name()));
        try {
            return reader.read(origin, rest, reader.limits().archive(file.size()), content -> {
                requireSize(origin, content);
                begin(origin, content, partial);
                return receive(content.stream(), partial);
            });
        } catch (IOException e) {
            throw OriginClient.unreadable(origin, file.path(), e);
        }
    }

    private void requireSize(Origin origin, Content content) throws VerificationException {
        long size = content.length().isPresent()
                ? content.offset() + content.length().getAsLong()
                : file.size();
        if (size != file.size()) {
            throw refused(origin, "it has " + size + " bytes, not " + file.size() + " as promised");
        }
    }

    private static void begin(Origin origin, Content content, PartialFile partial) throws IOException, CcoException {
        if (content.offset() == 0) {
            partial.restart(origin.name(), content.validator());
        } else if (content.offset() != partial.length()) {
            throw new IOException("begins at byte " + content.offset() + ", not at " + partial.length());
        }
    }

    private boolean receive(InputStream stream, PartialFile partial) throws IOException, CcoException {
        byte[] buffer = new byte[BlobFiles.BUFFER];
        listener.advanced(Phase.DOWNLOAD, partial.length());
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            if (count > file.size() - partial.length()) {
                return true;
            }
            partial.append(buffer, count);
            listener.advanced(Phase.DOWNLOAD, partial.length());
        }
        if (partial.length() < file.size()) {
            throw new IOException("ended after " + partial.length() + " of " + file.size() + " bytes");
        }
        return false;
    }

    private VerificationException refused(Origin origin, String reason) {
        return new VerificationException(OriginClient.name(origin, file.path()) + " was refused: " + reason, HINT);
    }
}
