package cco.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Reads a zip file by its central directory, in the order of the file.
 *
 * <p>Local headers must agree with the directory, and entries must follow each other without gaps, so that readers of
 * local headers see the same files and no byte belongs to two.
 */
final class ZipReader implements ArchiveReader {

    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final ZipBytes bytes;
    private final ZipDirectory directory;
    private final Iterator<ZipRecord> records;
    private final Inflater inflater = new Inflater(true);
    private final byte[] skipped = new byte[UstarField.BLOCK];

    /** The start of the next part of the file. */
    private long position;

    /** The entry being read, or null. */
    private ZipRecord current;

    private InputStream content;
    private CRC32 crc;
    private long size;

    private ZipReader(FileChannel channel, ZipBytes bytes, ZipDirectory directory) {
        this.channel = channel;
        this.bytes = bytes;
        this.directory = directory;
        this.records = directory.records().iterator();
    }

    static ZipReader open(Path archive, UnpackLimits limits) throws IOException {
        FileChannel channel = FileChannel.open(archive);
        try {
            ZipBytes bytes = new ZipBytes(channel);
            ZipDirectory directory = ZipDirectory.read(bytes, channel.size());
            ByteBudget budget = new ByteBudget(limits, channel.size());
            for (ZipRecord entry : directory.records()) {
                budget.spend(entry.size());
            }
            return new ZipReader(channel, bytes, directory);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Optional<ArchiveEntry> next() throws IOException {
        while (current != null) {
            read(skipped);
        }
        if (!records.hasNext()) {
            if (position != directory.offset()) {
                throw new UnsafeArchiveException(ArchiveRule.ZIP_LAYOUT);
            }
            return Optional.empty();
        }
        current = records.next();
        ArchiveEntry entry = current.entry();
        openContent();
        return Optional.of(entry);
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        if (current == null) {
            return -1;
        }
        int count = content.read(buffer);
        if (count < 0) {
            closeContent();
            return -1;
        }
        crc.update(buffer, 0, count);
        size += count;
        if (size > current.size()) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_CONTENT, current.name());
        }
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        channel.close();
    }

    private void openContent() throws IOException {
        if (current.offset() != position) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_LAYOUT, current.name());
        }
        ByteBuffer header = bytes.at(position, ZipRecord.LOCAL_LENGTH);
        if (header.getInt(0) != ZipRecord.LOCAL_SIGNATURE) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_LOCAL_HEADER, current.name());
        }
        int length = ZipRecord.LOCAL_LENGTH + ZipRecord.localTail(header);
        if (!current.agreesWith(ZipRecord.local(bytes.at(position, length)))) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_LOCAL_HEADER, current.name());
        }
        position += length;
        InputStream stored = bytes.range(position, current.compressedSize());
        inflater.reset();
        content = current.method() == ZipRecord.DEFLATED ? new InflaterInputStream(stored, inflater, BUFFER) : stored;
        crc = new CRC32();
        size = 0;
    }

    private void closeContent() throws IOException {
        long used = current.method() == ZipRecord.DEFLATED ? inflater.getBytesRead() : size;
        if (size != current.size() || (int) crc.getValue() != current.crc() || used != current.compressedSize()) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_CONTENT, current.name());
        }
        position += current.compressedSize();
        if (current.hasDescriptor()) {
            position += descriptorLength();
        }
        current = null;
    }

    /** APPNOTE, section 4.3.9: CRC and sizes, with or without a signature before them. */
    private int descriptorLength() throws IOException {
        ByteBuffer descriptor = bytes.at(position, 12);
        int signature = 0;
        if (descriptor.getInt(0) == DESCRIPTOR_SIGNATURE) {
            signature = 4;
            descriptor = bytes.at(position + signature, 12);
        }
        if (descriptor.getInt(0) != current.crc()
                || Integer.toUnsignedLong(descriptor.getInt(4)) != current.compressedSize()
                || Integer.toUnsignedLong(descriptor.getInt(8)) != current.size()) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_DESCRIPTOR, current.name());
        }
        return signature + 12;
    }
}
