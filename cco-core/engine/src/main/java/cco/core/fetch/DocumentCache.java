package cco.core.fetch;

import cco.core.disk.IoReason;
import cco.core.disk.StateWriter;
import cco.core.error.InstallException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A document as it was accepted last, in a file of its own, so that it need not be sent again while it is the same:
 * three lines of text, with the origin that served it, its tag there and the SHA-256, and then the document.
 *
 * <p>That it was accepted once says nothing now: whoever uses it judges it as if it had just come. A file that is
 * missing or damaged is as if it had never been written.
 */
public final class DocumentCache {

    /** For a document that is sent each time. */
    static final DocumentCache NEVER = new DocumentCache(Optional.empty(), StateWriter.NEVER);

    private static final int HEAD = 3;

    /** More than any document may have; a larger file was not written here. */
    private static final int LIMIT = 32 << 20;

    private final Optional<Path> file;
    private final StateWriter keeper;

    private DocumentCache(Optional<Path> file, StateWriter keeper) {
        this.file = file;
        this.keeper = keeper;
    }

    /** Creates nothing until something is kept; what is not kept, the next run fetches again. */
    public DocumentCache(Path file, StateWriter keeper) {
        this(Optional.of(file), keeper);
    }

    /**
     * What is kept.
     *
     * @param origin the name of the origin that served it
     * @param tag under which the origin served it; empty if it gave none
     */
    record Copy(String origin, String tag, byte[] bytes) {}

    /** The document, for a caller who knows the digest that it must have. */
    public Optional<UntrustedBytes> document() {
        return copy().map(copy -> new UntrustedBytes(file.orElseThrow().toString(), copy.bytes()));
    }

    /**
     * Keeps a document that was accepted, and that is found again by its digest.
     *
     * @throws InstallException if the file cannot be written
     */
    public void keep(UntrustedBytes document) throws InstallException {
        keep(new Copy(document.name().lines().findFirst().orElse(""), "", document.bytes()));
    }

    /** What this origin has served under a tag. */
    Optional<Copy> servedBy(String origin) {
        return copy().filter(copy -> copy.origin().equals(origin))
                .filter(copy -> !copy.tag().isEmpty() && copy.bytes().length > 1);
    }

    /** Keeps what was accepted, unless that is kept already. */
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
            keeper.keep(file.orElseThrow(), all.toByteArray());
        } catch (IOException e) {
            throw new InstallException(
                    "cannot keep what was accepted in " + file.orElseThrow() + ": " + IoReason.brief(e),
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
        int start = 0;
        for (int lines = 0; lines < HEAD && start < all.length; start++) {
            lines += all[start] == '\n' ? 1 : 0;
        }
        List<String> head =
                new String(all, 0, start, StandardCharsets.UTF_8).lines().toList();
        byte[] bytes = Arrays.copyOfRange(all, start, all.length);
        return head.size() == HEAD && head.getLast().equals(Sha256.of(bytes).hex())
                ? Optional.of(new Copy(head.get(0), head.get(1), bytes))
                : Optional.empty();
    }
}
