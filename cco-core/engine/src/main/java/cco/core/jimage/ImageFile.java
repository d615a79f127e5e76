package cco.core.jimage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An image on disk whose index follows from its list of resources.
 *
 * @param resources in the order of their contents
 * @param contentStart where the contents start in the file
 * @param contentSize the size of all contents together
 */
public record ImageFile(List<ImageResource> resources, long contentStart, long contentSize) {

    /** An index of half a million resources is smaller. */
    private static final long MAX_INDEX = 64L << 20;

    public ImageFile {
        resources = List.copyOf(resources);
    }

    /**
     * Reads an image.
     *
     * @return nothing if the file is not an image, or not one whose index can be built again to the same bytes
     * @throws IOException if the file cannot be read
     */
    public static Optional<ImageFile> read(FileChannel file) throws IOException {
        Optional<ImageFile> image = list(file);
        return image.isPresent() && image.get().isRebuilt(file) ? image : Optional.empty();
    }

    private boolean isRebuilt(FileChannel file) throws IOException {
        Optional<ImageIndex> index = ImageIndex.of(resources);
        if (index.isEmpty()) {
            return false;
        }
        byte[] head = index.get().head();
        byte[] tree = index.get().tree();
        long treeStart = contentStart + contentSize;
        return head.length == contentStart
                && treeStart + tree.length == file.size()
                && Arrays.equals(head, bytes(file, 0, head.length).array())
                && Arrays.equals(tree, bytes(file, treeStart, tree.length).array());
    }

    /**
     * Reads an image's list of resources, without a check of its index: for an image that a delta starts from, where
     * only the contents count.
     */
    public static Optional<ImageFile> list(FileChannel file) throws IOException {
        if (file.size() < ImageIndex.HEADER_SIZE) {
            return Optional.empty();
        }
        Optional<ImageHeader> header = ImageHeader.read(bytes(file, 0, ImageIndex.HEADER_SIZE));
        if (header.isEmpty() || header.get().indexSize() > Math.min(MAX_INDEX, file.size())) {
            return Optional.empty();
        }
        try {
            int index = (int) header.get().indexSize();
            long size = file.size();
            return new ImageListReader(header.get(), bytes(file, 0, index))
                    .read()
                    .filter(image -> image.contentStart + image.contentSize <= size);
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static ByteBuffer bytes(FileChannel file, long position, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {
            // Short reads go on where they stopped; a file that ends early leaves zeros, which match nothing.
        }
        return bytes.rewind();
    }
}
