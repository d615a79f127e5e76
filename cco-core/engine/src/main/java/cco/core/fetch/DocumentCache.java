package cco.core.fetch;

import cco.core.disk.IoReason;
import cco.core.disk.StateWriter;
import cco.core.error.InstallException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A copy of the document that was accepted last, so that an unchanged one is not sent again. Its file has three lines,
 * the origin, the tag and the SHA-256, followed by the document.
 *
 * <p>A copy has no trust of its own: it is checked like a document that has just arrived. A missing or damaged file
 * counts as no copy.
 */
public final class DocumentCache {

    /** Keeps nothing. */
    static final DocumentCache NEVER = new DocumentCache(Optional.empty(), StateWriter.NEVER);

    private static final int HEAD = 3;

    /** More than the three lines usually take. */
    private static final int MAX_HEAD = 1 << 13;

    /** Larger than any document. */
    private static final int LIMIT = 32 << 20;

    private final Optional<Path> file;
    private final StateWriter writer;

    private DocumentCache(Optional<Path> file, StateWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** A cache in this file, which the first document creates. */
    public DocumentCache(Path file, StateWriter writer) {
        this(Optional.of(file), writer);
    }

    /**
     * A cached document.
     *
     * @param origin the name of its origin
     * @param tag the origin's tag; empty if there is none
     */
    record Copy(String origin, String tag, byte[] bytes) {

        Mark mark() {
            return new Mark(tag, bytes.length, bytes[bytes.length - 1]);
        }
    }

    /**
     * What a conditional request needs to know of a copy.
     *
     * @param last the last byte
     */
    record Mark(String tag, long length, byte last) {}

    /**
     * A copy that has not been read.
     *
     * @param sha256 its digest when it was kept
     */
    record Unread(Mark mark, Sha256 sha256) {}

    /** The document, for callers that know its digest. */
    public Optional<UntrustedBytes> document() {
        return copy().map(copy -> new UntrustedBytes(file.orElseThrow().toString(), copy.bytes()));
    }

    /** The document, if it was kept under this name. */
    public Optional<UntrustedBytes> document(String name) {
        return copy().filter(copy -> copy.origin().equals(name)).map(copy -> new UntrustedBytes(name, copy.bytes()));
    }

    /**
     * Keeps an accepted document, to be found again by its digest or its name.
     *
     * @throws InstallException if the file cannot be written
     */
    public void keep(UntrustedBytes document) throws InstallException {
        keep(new Copy(document.name().lines().findFirst().orElse(""), "", document.bytes()));
    }

    /** The copy, if it came from this origin with a tag. */
    Optional<Copy> servedBy(String origin) {
        return copy().filter(copy -> copy.origin().equals(origin))
                .filter(copy -> !copy.tag().isEmpty() && copy.bytes().length > 1);
    }

    /** The copy that {@link #servedBy} would return if it is not damaged. */
    Optional<Unread> unread(String origin) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file.get())) {
            ByteBuffer buffer = ByteBuffer.allocate(MAX_HEAD);
            channel.read(buffer);
            int start = contentStart(buffer.array(), buffer.position());
            List<String> head = head(buffer.array(), start);
            long length = channel.size() - start;
            if (head.size() != HEAD
                    || length < 2
                    || !head.getFirst().equals(origin)
                    || head.get(1).isEmpty()) {
                return Optional.empty();
            }
            channel.position(start + length - 1).read(buffer.clear().limit(1));
            return Optional.of(new Unread(new Mark(head.get(1), length, buffer.get(0)), new Sha256(head.getLast())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // the document is fetched again
        }
    }

    /** Keeps an accepted document. */
    void keep(Copy copy) throws InstallException {
        boolean printable = (copy.origin() + copy.tag()).chars().noneMatch(Character::isISOControl);
        if (file.isEmpty() || !printable) {
            return;
        }
        String head = copy.origin() + "\n" + copy.tag() + "\n"
                + Sha256.of(copy.bytes()).hex() + "\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(copy.bytes());
        try {
            writer.write(file.orElseThrow(), all.toByteArray());
        } catch (IOException e) {
            throw new InstallException(
                    "cannot keep the accepted document in " + file.orElseThrow() + ": " + IoReason.brief(e),
                    "check the free space and the permissions of its folder",
                    e);
        }
    }

    private Optional<Copy> copy() {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file.get())) {
            return copy(stream.readNBytes(LIMIT));
        } catch (IOException e) {
            return Optional.empty(); // it is fetched again
        }
    }

    private static Optional<Copy> copy(byte[] all) {
        int start = contentStart(all, all.length);
        List<String> head = head(all, start);
        byte[] bytes = Arrays.copyOfRange(all, start, all.length);
        return head.size() == HEAD && head.getLast().equals(Sha256.of(bytes).hex())
                ? Optional.of(new Copy(head.get(0), head.get(1), bytes))
                : Optional.empty();
    }

    private static int contentStart(byte[] all, int length) {
        int start = 0;
        for (int lines = 0; lines < HEAD && start < length; start++) {
            lines += all[start] == '\n' ? 1 : 0;
        }
        return start;
    }

    private static List<String> head(byte[] all, int length) {
        return new String(all, 0, length, StandardCharsets.UTF_8).lines().toList();
    }
}
