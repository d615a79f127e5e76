package cco.fuzz;

import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.archive.UstarField;
import cco.core.disk.DurableFiles;
import cco.core.error.VerificationException;
import cco.core.model.FileEntry;
import cco.core.model.ProgressListener;
import cco.core.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Archives: an accepted one is unpacked as it says, and a refused one leaves nothing; nothing else is touched. */
final class ArchiveFuzz {

    private static final Unpacker UNPACKER = new Unpacker(new UnpackLimits(1000, 4 << 20, 200));

    private static final int BLOCK = 0xffff;

    private ArchiveFuzz() {}

    static void zip(byte[] input) throws Exception {
        unpack("a.zip", input);
    }

    static void gzip(byte[] input) throws Exception {
        unpack("a.tar.gz", input);
    }

    /** Corrects the checksums of the headers and compresses the input, because no search gets past a checksum. */
    static void tar(byte[] input) throws Exception {
        byte[] tar = input.clone();
        for (int at = 0; at + UstarField.BLOCK <= tar.length; at += UstarField.BLOCK) {
            byte[] block = Arrays.copyOfRange(tar, at, at + UstarField.BLOCK);
            String magic = new String(block, UstarField.MAGIC.start(), 5, StandardCharsets.ISO_8859_1);
            if (magic.equals("ustar")) {
                UstarField.CHECKSUM.putOctal(block, UstarField.checksum(block));
                System.arraycopy(block, 0, tar, at, block.length);
            }
        }
        unpack("a.tar.gz", stored(tar));
    }

    private static void unpack(String name, byte[] content) throws Exception {
        Path sandbox = Scratch.path("archive");
        Path target = sandbox.resolve("folder/target");
        Path archive = Scratch.file("archive/" + name, content);
        try {
            List<FileEntry> files = UNPACKER.unpack(archive, name, target, ProgressListener.NONE);
            requireUnpacked(target, files);
        } catch (VerificationException refused) {
            require(!Files.exists(target, LinkOption.NOFOLLOW_LINKS), "a refused archive leaves files");
        }
        DurableFiles.deleteTree(target);
        Files.deleteIfExists(archive);
        Files.deleteIfExists(target.getParent());
        try (Stream<Path> rest = Files.list(sandbox)) {
            require(rest.findAny().isEmpty(), "the archive has changed files outside its folder");
        }
    }

    private static void requireUnpacked(Path target, List<FileEntry> files) throws IOException {
        for (FileEntry file : files) {
            Path path = target.resolve(file.path());
            require(path.toRealPath().startsWith(target.toRealPath()), file + " lies outside");
            byte[] content = Files.readAllBytes(path);
            require(
                    content.length == file.size()
                            && Sha256.of(content).equals(file.sha256())
                            && Files.isExecutable(path) == file.executable(),
                    file + " is another file");
        }
        try (Stream<Path> paths = Files.walk(target)) {
            long regular = paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .count();
            require(regular == files.size(), "there are other files than those in the list");
        }
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** A gzip file whose blocks are stored as they are (RFC 1951 §3.2.4, RFC 1952). */
    static byte[] stored(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
        for (int from = 0; from == 0 || from < content.length; from += BLOCK) {
            int length = Math.min(BLOCK, content.length - from);
            out.write(from + length == content.length ? 1 : 0);
            out.writeBytes(
                    little(4).putShort((short) length).putShort((short) ~length).array());
            out.write(content, from, length);
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        out.writeBytes(
                little(8).putInt((int) crc.getValue()).putInt(content.length).array());
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
