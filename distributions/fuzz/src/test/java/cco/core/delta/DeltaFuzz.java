package cco.core.delta;

import cco.core.archive.CheckedFolder;
import cco.core.archive.UnpackLimits;
import cco.core.disk.DurableFiles;
import cco.core.jimage.ImageFile;
import cco.core.jimage.ImageIndex;
import cco.core.jimage.ImageResource;
import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import cco.fuzz.Scratch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/** Deltas, and the run-time images in them. */
public final class DeltaFuzz {

    private static final byte[] OLD = "one two three four five six seven".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "one two 3 four five six seven eight".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLD_IMAGE = sampleImage(3);
    private static final byte[] NEW_IMAGE = sampleImage(5);
    private static final byte[] SAMPLE = sampleDelta();
    private static final List<FileEntry> FILES =
            List.of(entry("added", NEW), entry("lib/modules", NEW_IMAGE), entry("same", OLD), entry("text", NEW));

    private DeltaFuzz() {}

    /** Applies a delta. */
    public static void container(byte[] input) throws IOException {
        apply(input, OLD_IMAGE);
    }

    private static void apply(byte[] delta, byte[] image) throws IOException {
        Scratch.file("delta/base/text", OLD);
        Scratch.file("delta/base/lib/modules", image);
        List<FileEntry> old = List.of(entry("text", OLD), entry("lib/modules", OLD_IMAGE));
        Path target = Scratch.path("delta/target");
        Path file = Scratch.file("delta/delta", delta);
        try {
            CheckedFolder folder = new CheckedFolder(target, UnpackLimits.DEFAULT);
            new DeltaApplier(new BaseVersion(Scratch.path("delta/base"), old), FILES, folder).apply(file);
        } catch (DeltaException documented) {
            Files.delete(file);
        }
        DurableFiles.deleteTree(target);
    }

    /** Applies a delta of three streams, the first two behind their lengths. The packing is no part of the search. */
    public static void streams(byte[] input) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(input);
        byte[] control = part(in);
        byte[] difference = part(in);
        byte[] extra = Arrays.copyOfRange(input, in.position(), input.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(DeltaFormat.magic());
        byte[] packedControl = pack(control);
        byte[] packedDifference = pack(difference);
        for (int number : List.of(
                control.length, difference.length, extra.length, packedControl.length, packedDifference.length)) {
            number(out, number);
        }
        out.writeBytes(packedControl);
        out.writeBytes(packedDifference);
        out.writeBytes(pack(extra));
        container(out.toByteArray());
    }

    /** Reads an image, the input as a list of resources, and a delta from a damaged image. */
    public static void image(byte[] input) throws Exception {
        apply(SAMPLE, input);
        try (FileChannel file = FileChannel.open(Scratch.file("image", input))) {
            Optional<ImageFile> image = ImageFile.read(file);
            if (image.isPresent()) {
                requireStable(image.get().resources());
            }
        }
        try {
            List<ImageResource> resources = ImageList.decode(input);
            requireStable(resources);
            ImageIndex.of(resources);
        } catch (DeltaException documented) {
            return;
        }
    }

    private static void requireStable(List<ImageResource> resources) throws DeltaException {
        if (!ImageList.decode(ImageList.encode(resources)).equals(resources)) {
            throw new IllegalStateException("the list of resources changes on its way");
        }
    }

    private static byte[] part(ByteBuffer in) {
        int length = in.remaining() < 2 ? 0 : Math.min(in.getShort() & 0xffff, in.remaining());
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    private static void number(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest >>> 7 != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        LZMA2Options options = new LZMA2Options(0);
        options.setDictSize(LZMA2Options.DICT_SIZE_MIN);
        try (XZOutputStream xz = new XZOutputStream(packed, options, XZ.CHECK_NONE)) {
            xz.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] sampleDelta() {
        try {
            return Files.readAllBytes(Path.of("src/test/corpus/delta/all"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sampleImage(int size) {
        ImageIndex index = ImageIndex.of(List.of(
                        new ImageResource("a", "", "module-info", "class", 0),
                        new ImageResource("a", "org", "One", "", size)))
                .orElseThrow();
        return ByteBuffer.allocate(index.head().length + size + index.tree().length)
                .put(index.head())
                .put(new byte[size])
                .put(index.tree())
                .array();
    }

    private static FileEntry entry(String path, byte[] content) {
        return new FileEntry(path, content.length, false, Sha256.of(content));
    }
}
