package cco.core.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The headers before an entry's own one: a pax extended header (POSIX.1, "pax Extended Header") or GNU long names.
 *
 * <p>A property may appear once, because programs differ in which of two they use.
 */
final class TarExtensions {

    private static final String PATH = "path";
    private static final String LINK_PATH = "linkpath";
    private static final String SIZE = "size";
    private static final Set<String> HONORED = Set.of(PATH, LINK_PATH, SIZE);
    private static final String SPARSE = "GNU.sparse.";

    private final Map<String, String> values = new HashMap<>();

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Reads a pax extended header of one entry. Properties other than path, linkpath and size are ignored. */
    void addPax(byte[] body) throws IOException {
        for (ByteBuffer rest = ByteBuffer.wrap(body); rest.hasRemaining(); ) {
            addRecord(rest);
        }
    }

    /** Checks a pax header for all entries. It may have a comment, but no name or size. */
    static void checkGlobal(byte[] body) throws IOException {
        TarExtensions global = new TarExtensions();
        global.addPax(body);
        if (!global.isEmpty()) {
            throw new UnsafeArchiveException(ArchiveRule.EXTENSION_CONFLICT);
        }
    }

    /** Reads a GNU long name (type L). */
    void addLongName(byte[] body) throws IOException {
        add(PATH, withoutNul(body));
    }

    /** Reads a GNU long link target (type K). */
    void addLongLink(byte[] body) throws IOException {
        add(LINK_PATH, withoutNul(body));
    }

    /** The name of the entry: in the extensions, or else in its own header. */
    String name(TarHeader header) throws IOException {
        String name = values.get(PATH);
        return name == null ? header.name() : name;
    }

    /** The target of a link: in the extensions, or else in its own header. */
    String linkTarget(TarHeader header) throws IOException {
        String target = values.get(LINK_PATH);
        return target == null ? header.linkName() : target;
    }

    /** Checks a pax size, which no file within the limits needs, against the header's. */
    void checkSize(long inHeader, String name) throws UnsafeArchiveException {
        String size = values.get(SIZE);
        if (size != null && !size.equals(Long.toString(inHeader))) {
            throw new UnsafeArchiveException(ArchiveRule.EXTENSION_CONFLICT, name);
        }
    }

    /** Reads one record: total length in decimal, blank, keyword=value, newline. */
    private void addRecord(ByteBuffer rest) throws IOException {
        int start = rest.position();
        int length = 0;
        for (byte digit = next(rest); digit != ' '; digit = next(rest)) {
            if (digit < '0' || digit > '9' || rest.position() - start > 6) {
                throw new UnsafeArchiveException(ArchiveRule.EXTENSION_FORMAT);
            }
            length = 10 * length + digit - '0';
        }
        int end = start + length - 1;
        if (end <= rest.position() || end >= rest.limit() || rest.get(end) != '\n') {
            throw new UnsafeArchiveException(ArchiveRule.EXTENSION_FORMAT);
        }
        int equals = rest.position();
        while (equals < end && rest.get(equals) != '=') {
            equals++;
        }
        if (equals == end) {
            throw new UnsafeArchiveException(ArchiveRule.EXTENSION_FORMAT);
        }
        ByteBuffer keyword = rest.slice(rest.position(), equals - rest.position());
        add(StandardCharsets.UTF_8.decode(keyword).toString(), rest.slice(equals + 1, end - equals - 1));
        rest.position(end + 1);
    }

    private static byte next(ByteBuffer rest) throws UnsafeArchiveException {
        if (!rest.hasRemaining()) {
            throw new UnsafeArchiveException(ArchiveRule.EXTENSION_FORMAT);
        }
        return rest.get();
    }

    private void add(String keyword, ByteBuffer value) throws IOException {
        if (keyword.startsWith(SPARSE)) {
            throw new UnsafeArchiveException(ArchiveRule.SPARSE);
        }
        if (HONORED.contains(keyword) && values.put(keyword, Utf8.decode(value)) != null) {
            throw new UnsafeArchiveException(ArchiveRule.EXTENSION_CONFLICT);
        }
    }

    private static ByteBuffer withoutNul(byte[] body) {
        boolean ended = body.length > 0 && body[body.length - 1] == 0;
        return ByteBuffer.wrap(body, 0, ended ? body.length - 1 : body.length);
    }
}
