package cco.publisher.delta;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A file like a program for x86-64: functions that call each other, a table of their addresses, and sections. */
final class SampleProgram {

    private static final int HEADER = 64;
    private static final int FUNCTION = 80;
    private static final long LOADED_AT = 0x400000;

    private SampleProgram() {}

    /** Returns a program with these functions, which are numbers; each calls ten others of the first hundred. */
    static byte[] of(List<Integer> functions) {
        ByteBuffer code = little(functions.size() * FUNCTION);
        ByteBuffer table = little(functions.size() * 8);
        ByteBuffer index = little(functions.size() * 4);
        for (int i = 0; i < functions.size(); i++) {
            function(code, i, functions);
            table.putLong(LOADED_AT + HEADER + (long) i * FUNCTION);
            index.putInt(i * FUNCTION - code.capacity() - table.capacity());
        }
        return file(code.array(), table.array(), index.array());
    }

    private static void function(ByteBuffer code, int index, List<Integer> functions) {
        Random random = new Random(functions.get(index));
        int start = index * FUNCTION;
        for (int at = start; at < start + FUNCTION; at += 8) {
            int called = functions.indexOf(random.nextInt(100));
            code.put(at, (byte) 0xe8).putInt(at + 1, called * FUNCTION - at - 5);
            code.put(at + 5, (byte) 0x90).put(at + 6, (byte) random.nextInt(64)).put(at + 7, (byte) 0x90);
        }
    }

    private static byte[] file(byte[] code, byte[] table, byte[] index) {
        byte[] names = "\0.text\0.data\0.eh_frame_hdr\0.shstrtab\0".getBytes(StandardCharsets.US_ASCII);
        int tableStart = HEADER + code.length;
        int indexStart = tableStart + table.length;
        int namesStart = indexStart + index.length;
        ByteBuffer sections = little(5 * HEADER);
        section(sections, 1, 1, 1, 6, HEADER, code.length);
        section(sections, 2, 7, 1, 3, tableStart, table.length);
        section(sections, 3, 13, 1, 2, indexStart, index.length);
        section(sections, 4, 27, 3, 0, namesStart, names.length);
        ByteBuffer header = little(HEADER);
        header.putInt(0x464c457f).put((byte) 2).put((byte) 1);
        header.putShort(18, (short) 62).putLong(40, namesStart + names.length);
        header.putShort(58, (short) HEADER).putShort(60, (short) 5).putShort(62, (short) 4);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] part : List.of(header.array(), code, table, index, names, sections.array())) {
            file.writeBytes(part);
        }
        return file.toByteArray();
    }

    private static void section(ByteBuffer sections, int number, int name, int type, long flags, int start, int size) {
        int at = number * HEADER;
        sections.putInt(at, name).putInt(at + 4, type).putLong(at + 8, flags);
        sections.putLong(at + 16, flags == 0 ? 0 : LOADED_AT + start)
                .putLong(at + 24, start)
                .putLong(at + 32, size);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
