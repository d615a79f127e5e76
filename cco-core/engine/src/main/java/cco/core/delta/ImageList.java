package cco.core.delta;

import cco.core.jimage.ImageResource;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of an image's resources as bytes, which a patch is made of: their number, their names (module, parent,
 * base and extension, each ended by a zero byte), and their sizes. Numbers have four bytes, little-endian. Sizes
 * stand apart, so that a resource that only grows changes nothing but a number.
 */
public final class ImageList {

    private static final int NAME_PARTS = 4;

    private ImageList() {}

    /** Writes the list. */
    public static byte[] encode(List<ImageResource> resources) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteBuffer sizes = ByteBuffer.allocate(4 * resources.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (ImageResource resource : resources) {
            for (String part : List.of(resource.module(), resource.parent(), resource.base(), resource.extension())) {
                names.writeBytes(part.getBytes(StandardCharsets.UTF_8));
                names.write(0);
            }
            sizes.putInt(Math.toIntExact(resource.size()));
        }
        return ByteBuffer.allocate(4 + names.size() + sizes.capacity())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(resources.size())
                .put(names.toByteArray())
                .put(sizes.array())
                .array();
    }

    /**
     * Reads a list.
     *
     * @throws DeltaException if the bytes are not one
     */
    static List<ImageResource> decode(byte[] bytes) throws DeltaException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int count = in.remaining() < 4 ? -1 : in.getInt();
        if (count < 0 || count > bytes.length / (NAME_PARTS + 4)) {
            throw malformed();
        }
        int sizes = bytes.length - 4 * count;
        List<ImageResource> resources = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int size = in.getInt(sizes + 4 * i);
            if (size < 0) {
                throw malformed();
            }
            resources.add(new ImageResource(part(in, sizes), part(in, sizes), part(in, sizes), part(in, sizes), size));
        }
        if (in.position() != sizes) {
            throw malformed();
        }
        return resources;
    }

    private static String part(ByteBuffer in, int limit) throws DeltaException {
        int start = in.position();
        int end = start;
        while (end < limit && in.get(end) != 0) {
            end++;
        }
        if (end >= limit) {
            throw malformed();
        }
        in.position(end + 1);
        return new String(in.array(), start, end - start, StandardCharsets.UTF_8);
    }

    private static DeltaException malformed() {
        return new DeltaException("the delta has a list of resources that is not one");
    }
}
