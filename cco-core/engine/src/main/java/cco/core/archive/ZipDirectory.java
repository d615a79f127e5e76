package cco.core.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The central directory of a zip file.
 *
 * <p>It must end where the end record begins, and that at the end of the file. A comment, which could hide a second end
 * record, is refused.
 *
 * @param offset the start of the directory and end of the entries
 * @param records the records in the order of their entries
 */
record ZipDirectory(long offset, List<ZipRecord> records) {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ZIP64_COUNT = 0xffff;
    private static final long ZIP64_VALUE = 0xffffffffL;

    /** A directory of 65,534 entries with names of ordinary length. */
    private static final int MAX_LENGTH = 1 << 24;

    static ZipDirectory read(ZipBytes bytes, long fileSize) throws IOException {
        long endOffset = fileSize - END_LENGTH;
        if (endOffset < 0) {
            throw new UnsafeArchiveException(ArchiveRule.TRUNCATED);
        }
        ByteBuffer end = bytes.at(endOffset, END_LENGTH);
        int count = Short.toUnsignedInt(end.getShort(10));
        long length = Integer.toUnsignedLong(end.getInt(12));
        long offset = Integer.toUnsignedLong(end.getInt(16));
        boolean oneDisk = end.getInt(4) == 0 && Short.toUnsignedInt(end.getShort(8)) == count;
        if (end.getInt(0) != END_SIGNATURE || end.getShort(20) != 0 || !oneDisk) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_DIRECTORY);
        }
        if (count == ZIP64_COUNT || length == ZIP64_VALUE || offset == ZIP64_VALUE) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP64);
        }
        if (offset + length != endOffset) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_DIRECTORY);
        }
        if (length > MAX_LENGTH) {
            throw new UnsafeArchiveException(ArchiveRule.TOO_MANY_ENTRIES);
        }
        return new ZipDirectory(offset, records(bytes.at(offset, (int) length), count));
    }

    private static List<ZipRecord> records(ByteBuffer directory, int count) throws IOException {
        List<ZipRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(ZipRecord.central(directory));
        }
        if (directory.hasRemaining()) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_DIRECTORY);
        }
        records.sort(Comparator.comparingLong(ZipRecord::offset));
        return records;
    }
}
