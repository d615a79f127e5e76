package cco.core.jimage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The index of an image: everything in the file but the contents of its resources. */
public final class ImageIndex {

    static final int MAGIC = 0xCAFEDADA;
    static final int VERSION = 0x00010000;
    static final int HEADER_SIZE = 28;

    /** Far longer than any in an image of the JDK, and short enough to go through its folders by recursion. */
    private static final int MAX_PARENT = 1024;

    private final byte[] head;
    private final byte[] tree;

    private ImageIndex(byte[] head, byte[] tree) {
        this.head = head;
        this.tree = tree;
    }

    /** Builds the index of an image that holds these resources in this order; nothing if no image can hold them. */
    public static Optional<ImageIndex> of(List<ImageResource> resources) {
        if (resources.isEmpty()
                || resources.stream().anyMatch(resource -> resource.parent().length() > MAX_PARENT)) {
            return Optional.empty();
        }
        List<ImageFolders.Folder> folders = ImageFolders.of(resources);
        List<ImageLocation> locations = locations(resources, folders);
        ImageStrings strings = new ImageStrings();
        locations.forEach(location -> location.intern(strings));
        Optional<PerfectHash> slots =
                PerfectHash.of(locations.stream().map(ImageLocation::path).toList());
        if (slots.isEmpty()) {
            return Optional.empty();
        }
        PerfectHash table = slots.get();
        int[] offsets = new int[locations.size()];
        byte[] written = write(locations, strings, table, offsets);
        byte[] tree = tree(folders, strings, offsets);
        return Optional.of(new ImageIndex(head(locations.size(), table, offsets, written, strings.bytes()), tree));
    }

    /** Returns what precedes the contents in the file. */
    public byte[] head() {
        return head.clone();
    }

    /** Returns what follows the contents in the file. */
    public byte[] tree() {
        return tree.clone();
    }

    private static List<ImageLocation> locations(List<ImageResource> resources, List<ImageFolders.Folder> folders) {
        List<ImageLocation> locations = new ArrayList<>();
        long offset = 0;
        for (ImageResource resource : resources) {
            locations.add(new ImageLocation(
                    resource.module(),
                    resource.parent(),
                    resource.base(),
                    resource.extension(),
                    offset,
                    resource.size()));
            offset += resource.size();
        }
        for (ImageFolders.Folder folder : folders) {
            locations.add(new ImageLocation(folder.module(), "", folder.base(), "", offset, folder.size()));
            offset += folder.size();
        }
        return locations;
    }

    /** Writes the locations in the order of their slots, and notes where each one went. */
    private static byte[] write(List<ImageLocation> locations, ImageStrings strings, PerfectHash table, int[] offsets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        for (int index : table.slots()) {
            if (index >= 0) {
                offsets[index] = out.size();
                locations.get(index).write(strings, out);
            }
        }
        Padding.apply(out);
        return out.toByteArray();
    }

    private static byte[] tree(List<ImageFolders.Folder> folders, ImageStrings strings, int[] offsets) {
        int resources = offsets.length - folders.size();
        int size = folders.stream().mapToInt(ImageFolders.Folder::size).sum();
        ByteBuffer out = ByteBuffer.allocate(size + 8).order(ByteOrder.LITTLE_ENDIAN);
        for (ImageFolders.Folder folder : folders) {
            folder.children().forEach(child -> out.putInt(offsets[child]));
            for (ImageFolders.PackageModule owner : folder.modules()) {
                out.putInt(owner.empty() ? 1 : 0).putInt(strings.offset(owner.module()));
            }
        }
        for (int i = 0; i < folders.size(); i++) {
            if (folders.get(i).module().isEmpty()) {
                out.putInt(offsets[resources + i]);
            }
        }
        return out.array();
    }

    private static byte[] head(int count, PerfectHash table, int[] offsets, byte[] locations, byte[] strings) {
        int length = table.slots().length;
        ByteBuffer out = ByteBuffer.allocate(HEADER_SIZE + 8 * length + locations.length + strings.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(VERSION).putInt(0).putInt(count);
        out.putInt(length).putInt(locations.length).putInt(strings.length);
        for (int redirect : table.redirects()) {
            out.putInt(redirect);
        }
        for (int index : table.slots()) {
            out.putInt(index < 0 ? 0 : offsets[index]);
        }
        return out.put(locations).put(strings).array();
    }
}
