package cco.publisher.delta;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The section headers of a program or library for x86-64 (ELF 64, little-endian). */
final class ElfFile {

    private static final int MAGIC = 0x464c457f;
    private static final int HEADER_SIZE = 64;
    private static final int SECTION_SIZE = 64;
    private static final short X86_64 = 62;
    private static final short CLASS_64_LITTLE = 0x0102;

    /** Far more than a program has, in bytes. */
    private static final int MAX_NAMES = 1 << 16;

    /**
     * One section.
     *
     * @param address 0 if it is not loaded
     */
    record Section(String name, int type, long flags, long address, long offset, long size) {

        private static final int RELOCATIONS = 4;
        private static final int ABSENT = 8;
        private static final int SYMBOLS = 2;
        private static final int DYNAMIC_SYMBOLS = 11;
        private static final int FIRST_ARRAY = 14;
        private static final int LAST_ARRAY = 16;
        private static final long EXECUTABLE = 4;
        private static final long THREAD_LOCAL = 0x400;

        boolean isAbsent() {
            return type == ABSENT;
        }

        boolean isExecutable() {
            return (flags & EXECUTABLE) != 0;
        }

        boolean isThreadLocal() {
            return (flags & THREAD_LOCAL) != 0;
        }

        /** Whether it mostly consists of addresses, or of structures that contain them. */
        boolean hasAddresses() {
            return type == RELOCATIONS
                    || type == SYMBOLS
                    || type == DYNAMIC_SYMBOLS
                    || type >= FIRST_ARRAY && type <= LAST_ARRAY
                    || name.startsWith(".data")
                    || name.startsWith(".got");
        }
    }

    private ElfFile() {}

    /** Returns the sections that have a size, in the order of the file; none if it is another kind of file. */
    static List<Section> sections(FileChannel file) throws IOException {
        ByteBuffer header = bytes(file, 0, HEADER_SIZE);
        if (header.getInt(0) != MAGIC || header.getShort(4) != CLASS_64_LITTLE || header.getShort(18) != X86_64) {
            return List.of();
        }
        long start = header.getLong(40);
        int count = header.getShort(60) & 0xffff;
        int names = header.getShort(62) & 0xffff;
        if (header.getShort(58) != SECTION_SIZE || names >= count || start < 0 || start > file.size()) {
            return List.of();
        }
        ByteBuffer table = bytes(file, start, SECTION_SIZE * count);
        byte[] texts = bytes(
                        file,
                        table.getLong(SECTION_SIZE * names + 24),
                        Math.clamp(table.getLong(SECTION_SIZE * names + 32), 0, MAX_NAMES))
                .array();
        List<Section> sections = new ArrayList<>();
        for (int at = 0; at < table.capacity(); at += SECTION_SIZE) {
            sections.add(section(table, at, texts));
        }
        sections.removeIf(section -> section.size <= 0 || section.offset < 0);
        sections.sort(Comparator.comparingLong(Section::offset));
        return sections;
    }

    private static Section section(ByteBuffer table, int at, byte[] texts) {
        return new Section(
                text(texts, table.getInt(at)),
                table.getInt(at + 4),
                table.getLong(at + 8),
                table.getLong(at + 16),
                table.getLong(at + 24),
                table.getLong(at + 32));
    }

    private static String text(byte[] texts, int start) {
        int end = start;
        while (end >= 0 && end < texts.length && texts[end] != 0) {
            end++;
        }
        return end > start ? new String(texts, start, end - start, StandardCharsets.ISO_8859_1) : "";
    }

    /** Reads bytes; what is behind the end of the file is zero. */
    private static ByteBuffer bytes(FileChannel file, long start, int size) throws IOException {
        long known = Math.clamp(start, 0, file.size());
        return ByteBuffer.wrap(new ContentSlice(file, known, size).read(0, size))
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
