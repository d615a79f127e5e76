package cco.publisher.delta;

import cco.core.delta.ImageList;
import cco.core.jimage.ImageFile;
import cco.core.jimage.ImageResource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Compares two run-time images resource by resource. */
final class ImageDiff {

    /** A package whose classes lie further apart than this is compared class by class. */
    private static final int MAX_WINDOW = 4 << 20;

    private record Extent(long offset, int size) {

        long end() {
            return offset + size;
        }
    }

    private final FileChannel oldFile;
    private final ImageFile oldImage;
    private final FileChannel newFile;
    private final ImageFile newImage;
    private final Map<String, Extent> places = new HashMap<>();
    private final Map<String, Extent> packages = new HashMap<>();
    private String windowName = "";
    private ByteDiff window;

    ImageDiff(FileChannel oldFile, ImageFile oldImage, FileChannel newFile, ImageFile newImage) {
        this.oldFile = oldFile;
        this.oldImage = oldImage;
        this.newFile = newFile;
        this.newImage = newImage;
        long offset = 0;
        for (ImageResource resource : oldImage.resources()) {
            Extent place = new Extent(offset, Math.toIntExact(resource.size()));
            places.put(name(resource), place);
            packages.merge(packageName(resource), place, ImageDiff::around);
            offset += resource.size();
        }
    }

    private static Extent around(Extent first, Extent second) {
        long offset = Math.min(first.offset, second.offset);
        long end = Math.max(first.end(), second.end());
        return new Extent(offset, (int) Math.min(end - offset, Integer.MAX_VALUE - 8));
    }

    /** Writes the patch of the list, and the patch of the contents. */
    void write(PatchWriter writer) throws IOException {
        byte[] list = ImageList.encode(newImage.resources());
        writer.number(list.length);
        writer.begin();
        new ByteDiff(ImageList.encode(oldImage.resources()), 0).write(list, writer);
        writer.begin();
        long offset = 0;
        for (ImageResource resource : newImage.resources()) {
            write(resource, new ContentSlice(newFile, newImage.contentStart() + offset, resource.size()), writer);
            offset += resource.size();
        }
    }

    private void write(ImageResource resource, ContentSlice slice, PatchWriter writer) throws IOException {
        Extent place = places.get(name(resource));
        Extent wider = packages.get(packageName(resource));
        if (place != null && wider.size > MAX_WINDOW) {
            new WindowedDiff(old(place), place.offset, WindowedDiff.WINDOW).write(slice, writer);
            return;
        }
        writer.reserve(slice.size());
        byte[] content = slice.read(0, (int) slice.size());
        if (place != null && place.size == content.length && Arrays.equals(content, bytes(place))) {
            writer.copy(place.offset, place.size);
        } else if (wider != null && wider.size <= MAX_WINDOW) {
            window(packageName(resource), wider).write(content, writer);
        } else {
            writer.insert(content, 0, content.length);
        }
    }

    private ByteDiff window(String name, Extent place) throws IOException {
        if (!windowName.equals(name)) {
            window = new ByteDiff(bytes(place), place.offset);
            windowName = name;
        }
        return window;
    }

    private ContentSlice old(Extent place) {
        return new ContentSlice(oldFile, oldImage.contentStart() + place.offset, place.size);
    }

    private byte[] bytes(Extent place) throws IOException {
        return old(place).read(0, place.size);
    }

    private static String packageName(ImageResource resource) {
        return resource.module() + '/' + resource.parent();
    }

    private static String name(ImageResource resource) {
        return packageName(resource) + '/' + resource.base() + '.' + resource.extension();
    }
}
