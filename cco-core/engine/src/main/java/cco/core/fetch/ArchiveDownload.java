package cco.core.fetch;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.core.disk.BrokenTransfer;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.http.BrokenConnectionException;
import cco.core.http.RetryPolicy;
import cco.core.model.ProgressListener;
import cco.core.model.ProgressListener.Phase;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/**
 * Downloads one archive from one origin. It resumes earlier attempts, never takes more bytes than the manifest
 * promises, and publishes the file as a blob if its digest is right.
 */
record ArchiveDownload(OriginClient client, BlobFiles files, RepositoryFile file, ProgressListener listener) {

    private static final String HINT = "if the source is a mirror, use another; otherwise tell the publisher";

    /** An attempt that brings this many bytes proves that the origin works. */
    private static final long PROGRESS = 1 << 16;

    /**
     * Downloads the archive.
     *
     * @throws cco.core.error.SourceException if the origin fails; the bytes so far are kept unless they are a web page
     * @throws VerificationException if it serves other bytes than the manifest promises
     * @throws cco.core.error.InstallException if the disk fails; no other origin could help
     */
    void from(Origin origin) throws CcoException {
        boolean resumed = Files.exists(files.partial());
        try {
            attempt(origin);
        } catch (VerificationException e) {
            // The older bytes may be the wrong ones, so start over once.
            if (!resumed || Files.exists(files.partial())) {
                throw e;
            }
            attempt(origin);
        }
    }

    private void attempt(Origin origin) throws CcoException {
        try (PartialFile partial = PartialFile.open(files, file)) {
            boolean longer = partial.length() < file.size() && download(origin, partial);
            Sha256 digest = partial.digest();
            if (longer || !digest.equals(file.sha256())) {
                byte[] head = partial.head();
                partial.discard();
                throw wrong(
                        origin,
                        head,
                        file.size(),
                        longer
                                ? "it is longer than the " + file.size() + " bytes that were promised"
                                : "its sha256 is " + digest + ", not " + file.sha256() + " as promised");
            }
            partial.publish();
        }
    }

    /**
     * Downloads the rest, and resumes as long as that brings new bytes.
     *
     * @return whether the origin sends more than the promised size
     */
    private boolean download(Origin origin, PartialFile partial) throws CcoException {
        RetryPolicy.Attempts attempts = client.retries().start(client.limits().archive(file.size()));
        while (true) {
            long before = partial.length();
            try {
                return downloadOnce(origin, partial);
            } catch (IOException e) {
                if (partial.length() - before >= PROGRESS) {
                    attempts.reset();
                }
                waitAfter(e, attempts, origin);
            }
        }
    }

    private void waitAfter(IOException failure, RetryPolicy.Attempts attempts, Origin origin) throws CcoException {
        try {
            attempts.waitAfter(failure);
        } catch (IOException e) {
            throw OriginClient.unreadable(origin, file.path(), e);
        }
    }

    private boolean downloadOnce(Origin origin, PartialFile partial) throws IOException, CcoException {
        Resource rest = new Resource(file.path(), partial.length(), partial.validator(origin.name()));
        return client.readOnce(origin, rest, client.limits().archive(file.size()), content -> {
            requireSize(origin, content);
            startAt(origin, content, partial);
            return receive(content.stream(), partial);
        });
    }

    private void requireSize(Origin origin, Content content) throws IOException, CcoException {
        long size = content.length().isPresent()
                ? content.offset() + content.length().getAsLong()
                : file.size();
        if (size != file.size()) {
            byte[] head = content.offset() == 0 ? content.stream().readNBytes(PartialFile.HEAD) : new byte[0];
            throw wrong(origin, head, size, "it has " + size + " bytes, not " + file.size() + " as promised");
        }
    }

    private static void startAt(Origin origin, Content content, PartialFile partial) throws IOException, CcoException {
        if (content.offset() == 0) {
            partial.restart(origin.name(), content.validator());
        } else if (content.offset() != partial.length()) {
            throw new IOException("starts at byte " + content.offset() + ", not at " + partial.length());
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
            throw new BrokenConnectionException(
                    "ended after " + partial.length() + " of " + file.size() + " bytes", null);
        }
        return false;
    }

    /** The error for other bytes than promised, by what the first of them are and how many there are. */
    private CcoException wrong(Origin origin, byte[] head, long size, String reason) {
        String name = OriginClient.name(origin, file.path());
        return BrokenTransfer.explain(name, head, size, file.size())
                .<CcoException>map(broken -> broken)
                .orElseGet(() -> new VerificationException(name + " was refused: " + reason, HINT));
    }
}
