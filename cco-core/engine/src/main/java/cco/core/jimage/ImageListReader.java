package cco.core.jimage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the list of resources out of an image's index. */
final class ImageListReader {

    /** The kind of the attribute that only compressed resources have. */
    private static final int COMPRESSED_SIZE = 6;

    private static final int KINDS = 8;

    private final ImageHeader header;
    private final ByteBuffer index;

    ImageListReader(ImageHeader header, ByteBuffer index) {
        this.header = header;
        this.index = index;
    }

    /**
     * Reads the list; nothing if a resource is compressed or the contents have gaps.
     *
     * @throws IndexOutOfBoundsException if the index is damaged
     */
    Optional<ImageFile> read() {
        List<ImageLocation> locations = new ArrayList<>();
        for (int slot = 0; slot < header.tableLength(); slot++) {
            long[] attributes = attributes(index.getInt((int) header.offsetsStart() + 4 * slot));
            if (attributes[COMPRESSED_SIZE] != 0) {
                return Optional.empty();
            }
            ImageLocation location = location(attributes);
            if (isResource(location)) {
                locations.add(location);
            }
        }
        locations.sort(Comparator.comparingLong(ImageLocation::offset).thenComparingLong(ImageLocation::size));
        return contiguous(locations);
    }

    private Optional<ImageFile> contiguous(List<ImageLocation> locations) {
        List<ImageResource> resources = new ArrayList<>();
        long end = 0;
        for (ImageLocation location : locations) {
            if (location.offset() != end || location.size() < 0 || location.size() > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            end += location.size();
            resources.add(new ImageResource(
                    location.module(), location.parent(), location.base(), location.extension(), location.size()));
        }
        return Optional.of(new ImageFile(resources, header.indexSize(), end));
    }

    private static boolean isResource(ImageLocation location) {
        return !location.module().isEmpty()
                && !location.module().equals("modules")
                && !location.module().equals("packages");
    }

    private ImageLocation location(long[] attributes) {
        return new ImageLocation(
                string(attributes[1]),
                string(attributes[2]),
                string(attributes[3]),
                string(attributes[4]),
                attributes[5],
                attributes[7]);
    }

    private long[] attributes(int offset) {
        long[] values = new long[KINDS];
        long start = header.locationsStart() + offset;
        if (start < 0 || start >= header.indexSize()) {
            throw new IndexOutOfBoundsException(offset);
        }
        int at = (int) start;
        for (int first = index.get(at) & 0xff; first >> 3 != 0; first = index.get(at) & 0xff) {
            int length = (first & 7) + 1;
            long value = 0;
            for (int i = 1; i <= length; i++) {
                value = value << 8 | index.get(at + i) & 0xff;
            }
            values[(first >> 3) % KINDS] = value;
            at += 1 + length;
        }
        return values;
    }

    private String string(long offset) {
        if (offset < 0 || offset >= header.stringsSize()) {
            throw new IndexOutOfBoundsException(offset);
        }
        int start = (int) (header.stringsStart() + offset);
        int end = start;
        while (index.get(end) != 0) {
            end++;
        }
        return new String(index.array(), start, end - start, StandardCharsets.UTF_8);
    }
}
