package cco.core.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a compressed tar file in the ustar, pax or GNU format. */
final class TarReader implements ArchiveReader {

    /** Far more than the longest name that is accepted. */
    private static final int MAX_EXTENSION = 1 << 16;

    /** Headers and small files are read one by one, and a decompressor answers a few large requests sooner. */
    private static final int BUFFER = 1 << 16;

    private final PackedStream packed;
    private final InputStream in;
    private final byte[] skipped = new byte[UstarField.BLOCK];

    /** The unread content bytes of the current entry, and the zeros that follow up to a full block. */
    private long remaining;

    private int padding;

    private TarReader(PackedStream packed) {
        this.packed = packed;
        this.in = new BufferedInputStream(packed.content(), BUFFER);
    }

    static TarReader open(Path archive, UnpackLimits limits, PackedStream.Compression compression) throws IOException {
        InputStream file = Files.newInputStream(archive);
        try {
            return new TarReader(compression.open(file, new ByteBudget(limits, Files.size(archive))));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Optional<ArchiveEntry> next() throws IOException {
        TarExtensions extensions = new TarExtensions();
        while (true) {
            skipContent();
            byte[] block = bytes(UstarField.BLOCK);
            if (isZero(block, block.length)) {
                readEnd(extensions);
                return Optional.empty();
            }
            TarHeader header = TarHeader.parse(block);
            remaining = header.size();
            padding = (int) (-header.size() & UstarField.BLOCK - 1);
            switch (header.type()) {
                case 'x' -> extensions.addPax(extension());
                case 'g' -> TarExtensions.checkGlobal(extension());
                case 'L' -> extensions.addLongName(extension());
                case 'K' -> extensions.addLongLink(extension());
                default -> {
                    return Optional.of(entry(header, extensions));
                }
            }
        }
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        if (remaining == 0) {
            return -1;
        }
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, remaining));
        if (count < 0) {
            throw new UnsafeArchiveException(ArchiveRule.TRUNCATED);
        }
        remaining -= count;
        return count;
    }

    @Override
    public long position() {
        return packed.position().getAsLong();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static ArchiveEntry entry(TarHeader header, TarExtensions extensions) throws IOException {
        String name = extensions.name(header);
        extensions.checkSize(header.size(), name);
        ArchiveEntry entry =
                switch (header.type()) {
                    case '0', '\0' -> new ArchiveEntry.RegularFile(name, header.mode());
                    case '5' -> new ArchiveEntry.Folder(withoutSlash(name), header.mode());
                    // The permission bits of a link differ between systems and have no meaning.
                    case '2' -> new ArchiveEntry.Link(name, 0, extensions.linkTarget(header));
                    case '1' -> throw new UnsafeArchiveException(ArchiveRule.HARD_LINK, name);
                    case '3', '4', '6' -> throw new UnsafeArchiveException(ArchiveRule.SPECIAL_FILE, name);
                    case 'S' -> throw new UnsafeArchiveException(ArchiveRule.SPARSE, name);
                    default -> throw new UnsafeArchiveException(ArchiveRule.UNKNOWN_TYPE, name);
                };
        if (header.size() > 0 && !(entry instanceof ArchiveEntry.RegularFile)) {
            throw new UnsafeArchiveException(ArchiveRule.CONTENT_WITHOUT_FILE, name);
        }
        return entry;
    }

    private static String withoutSlash(String name) {
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private byte[] extension() throws IOException {
        if (remaining > MAX_EXTENSION) {
            throw new UnsafeArchiveException(ArchiveRule.EXTENSION_TOO_LARGE);
        }
        byte[] body = bytes((int) remaining);
        remaining = 0;
        return body;
    }

    private void skipContent() throws IOException {
        while (read(skipped) >= 0) {
            continue;
        }
        requireAll(in.readNBytes(skipped, 0, padding), padding);
        padding = 0;
    }

    /** The end marker is two blocks of zeros; only more zeros may follow. */
    private void readEnd(TarExtensions extensions) throws IOException {
        if (!extensions.isEmpty()) {
            throw new UnsafeArchiveException(ArchiveRule.EXTENSION_CONFLICT);
        }
        if (!isZero(bytes(UstarField.BLOCK), UstarField.BLOCK)) {
            throw new UnsafeArchiveException(ArchiveRule.TRUNCATED);
        }
        for (int count = in.read(skipped); count >= 0; count = in.read(skipped)) {
            if (!isZero(skipped, count)) {
                throw new UnsafeArchiveException(ArchiveRule.TRAILING_DATA);
            }
        }
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        requireAll(in.readNBytes(bytes, 0, count), count);
        return bytes;
    }

    private static void requireAll(int read, int wanted) throws UnsafeArchiveException {
        if (read < wanted) {
            throw new UnsafeArchiveException(ArchiveRule.TRUNCATED);
        }
    }

    private static boolean isZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
