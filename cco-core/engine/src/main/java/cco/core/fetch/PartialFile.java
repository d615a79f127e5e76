package cco.core.fetch;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An unfinished download. It is hashed as it grows, and rehashed when a later process opens it. Only {@link #publish}
 * makes it a blob.
 */
final class PartialFile implements AutoCloseable {

    /** How many bytes show what kind of file it is. */
    static final int HEAD = 256;

    private static final long MAX_VALIDATOR = 4096;

    private final BlobFiles files;
    private final RepositoryFile file;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.newDigest();
    private long length;

    private PartialFile(BlobFiles files, RepositoryFile file, FileChannel channel) {
        this.files = files;
        this.file = file;
        this.channel = channel;
    }

    static PartialFile open(BlobFiles files, RepositoryFile file) throws InstallException {
        try {
            PartialFile partial = new PartialFile(
                    files,
                    file,
                    FileChannel.open(
                            files.partial(),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE));
            partial.rehash();
            return partial;
        } catch (IOException e) {
            throw BlobFiles.unusable(files.partial(), e);
        }
    }

    private void rehash() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BlobFiles.BUFFER);
        long size = channel.size();
        while (length < size && channel.read(buffer.clear()) > 0) {
            length += buffer.flip().remaining();
            digest.update(buffer);
        }
    }

    /** The size in bytes so far. */
    long length() {
        return length;
    }

    /** The tag that this origin gave the bytes; nothing if they came from another origin. */
    Optional<String> validator(String origin) throws InstallException {
        try {
            if (!Files.exists(files.validator()) || Files.size(files.validator()) > MAX_VALIDATOR) {
                return Optional.empty();
            }
            List<String> lines =
                    new String(Files.readAllBytes(files.validator())).lines().toList();
            boolean same = lines.size() == 2 && lines.getFirst().equals(origin);
            return same ? Optional.of(lines.getLast()) : Optional.empty();
        } catch (IOException e) {
            throw BlobFiles.unusable(files.validator(), e);
        }
    }

    /** Drops all bytes, to start over with this origin. */
    void restart(String origin, Optional<String> tag) throws InstallException {
        try {
            channel.truncate(0);
            digest.reset();
            length = 0;
            Files.deleteIfExists(files.validator());
            if (tag.isPresent()) {
                // Not durable: losing the tag only costs the bytes so far.
                Files.writeString(files.validator(), origin + "\n" + tag.get() + "\n");
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void append(byte[] bytes, int count) throws InstallException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            digest.update(bytes, 0, count);
            length += count;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The first bytes. */
    byte[] head() throws InstallException {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(HEAD);
            channel.read(buffer, 0);
            return Arrays.copyOf(buffer.array(), buffer.position());
        } catch (IOException e) {
            throw BlobFiles.unusable(files.partial(), e);
        }
    }

    /** The digest of all bytes. Nothing can be appended after this. */
    Sha256 digest() {
        return Sha256.from(digest.digest());
    }

    /** Turns the complete file into the blob. A blob that a power cut damages is found when it is hashed again. */
    void publish() throws InstallException {
        try {
            channel.close();
            Files.deleteIfExists(files.validator());
            DurableFiles.moveSoon(files.partial(), files.blob());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Deletes wrong bytes. */
    void discard() throws InstallException {
        try {
            channel.close();
            Files.deleteIfExists(files.validator());
            Files.deleteIfExists(files.partial());
        } catch (IOException e) {
            throw BlobFiles.unusable(files.partial(), e);
        }
    }

    /** Keeps the bytes for the next attempt. */
    @Override
    public void close() throws InstallException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw BlobFiles.unusable(files.partial(), e);
        }
        if (length == 0) {
            discard();
        }
    }

    private InstallException unwritable(IOException failure) {
        Path folder = files.partial().getParent();
        return new InstallException(
                "cannot write " + files.partial() + ": " + IoReason.brief(failure),
                "check the disk and the permissions; %d more bytes are needed in %s"
                        .formatted(file.size() - length, folder),
                failure);
    }
}
