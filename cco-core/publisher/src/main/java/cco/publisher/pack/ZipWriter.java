package cco.publisher.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a zip file (APPNOTE 6.3, sections 4.3.7 to 4.3.16) whose bytes depend on nothing but its content. The JDK's
 * writer knows no Unix modes and puts the sizes behind the content; here the local header is completed afterwards.
 */
final class ZipWriter implements ArchiveWriter {

    private static final int VERSION_NEEDED = 20;
    private static final int MADE_BY_UNIX = 3 << 8 | VERSION_NEEDED;
    private static final int FLAG_UTF8 = 1 << 11;
    private static final int DEFLATED = 8;
    private static final int STORED = 0;
    private static final int MODE_FOLDER = 0040755;
    private static final int MODE_FILE = 0100644;
    private static final int MODE_PROGRAM = 0100755;
    private static final long MAX_VALUE = 0xfffffffeL;

    /** What a zip file holds without zip64. */
    static final int MAX_ENTRIES = 0xfffe;

    private record Entry(byte[] name, int mode, int method, int crc, long compressedSize, long size, long offset) {}

    private final RandomAccessFile file;
    private final int time;
    private final List<Entry> entries = new ArrayList<>();

    ZipWriter(Path archive, Instant timestamp) throws IOException {
        this.file = new RandomAccessFile(archive.toFile(), "rw");
        this.time = dosTime(timestamp);
    }

    @Override
    public void folder(String name) throws IOException {
        Entry entry = new Entry(bytes(name + "/"), MODE_FOLDER, STORED, 0, 0, 0, file.getFilePointer());
        localHeader(entry);
        entries.add(entry);
    }

    @Override
    public void file(String name, boolean executable, long size, InputStream content) throws IOException {
        long offset = file.getFilePointer();
        int mode = executable ? MODE_PROGRAM : MODE_FILE;
        localHeader(new Entry(bytes(name), mode, DEFLATED, 0, 0, 0, offset));
        long start = file.getFilePointer();
        CheckedInputStream checked = new CheckedInputStream(content, new CRC32());
        if (deflate(checked) != size) {
            throw new UnfitBuildException(name + " changed while it was packed");
        }
        long end = file.getFilePointer();
        int crc = (int) checked.getChecksum().getValue();
        Entry entry = new Entry(bytes(name), mode, DEFLATED, crc, end - start, size, offset);
        file.seek(offset);
        localHeader(entry);
        file.seek(end);
        entries.add(entry);
    }

    @Override
    public void link(String name, String target) throws IOException {
        throw new UnfitBuildException(name + " is a symbolic link, which a zip file for Windows cannot hold");
    }

    @Override
    public void close() throws IOException {
        try (file) {
            long offset = file.getFilePointer();
            for (Entry entry : entries) {
                centralHeader(entry);
            }
            long end = file.getFilePointer();
            if (end > MAX_VALUE || entries.size() > MAX_ENTRIES) {
                throw new UnfitBuildException("more than a zip file holds");
            }
            ByteBuffer record = buffer(22).putInt(0x06054b50).putInt(0);
            record.putShort((short) entries.size()).putShort((short) entries.size());
            record.putInt((int) (end - offset)).putInt((int) offset).putShort((short) 0);
            file.write(record.array());
        }
    }

    private long deflate(InputStream content) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        OutputStream end = Channels.newOutputStream(file.getChannel());
        try (DeflaterOutputStream out = new DeflaterOutputStream(end, deflater, 1 << 16) {
            @Override
            public void close() throws IOException {
                finish();
            }
        }) {
            return content.transferTo(out);
        } finally {
            deflater.end();
        }
    }

    private void localHeader(Entry entry) throws IOException {
        ByteBuffer header = buffer(30 + entry.name.length).putInt(0x04034b50);
        common(header, entry).putShort((short) 0).put(entry.name);
        file.write(header.array());
    }

    private void centralHeader(Entry entry) throws IOException {
        ByteBuffer header = buffer(46 + entry.name.length).putInt(0x02014b50).putShort((short) MADE_BY_UNIX);
        common(header, entry)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0);
        header.putInt(entry.mode << 16).putInt((int) entry.offset).put(entry.name);
        file.write(header.array());
    }

    /** The fields that both headers have in this order: from the version needed to the length of the name. */
    private ByteBuffer common(ByteBuffer header, Entry entry) throws IOException {
        if (entry.size > MAX_VALUE) {
            throw new UnfitBuildException("a file is larger than a zip file holds");
        }
        header.putShort((short) VERSION_NEEDED).putShort((short) FLAG_UTF8).putShort((short) entry.method);
        header.putInt(time).putInt(entry.crc).putInt((int) entry.compressedSize).putInt((int) entry.size);
        return header.putShort((short) entry.name.length);
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** MS-DOS date and time, in steps of two seconds, in UTC since the format knows no zone. */
    private static int dosTime(Instant timestamp) {
        LocalDateTime utc = LocalDateTime.ofInstant(timestamp, ZoneOffset.UTC);
        int date = utc.getYear() - 1980 << 9 | utc.getMonthValue() << 5 | utc.getDayOfMonth();
        return date << 16 | utc.getHour() << 11 | utc.getMinute() << 5 | utc.getSecond() / 2;
    }
}
