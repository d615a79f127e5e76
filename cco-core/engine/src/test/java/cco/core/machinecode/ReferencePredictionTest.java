package cco.core.machinecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.machinecode.CodeRegion.References;
import cco.core.machinecode.Translation.Range;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The old program has 256 bytes at offset 0x100 and address 0x1100; its second half moves by 16 bytes. */
class ReferencePredictionTest {

    private static final int SIZE = 256;
    private static final int OFFSET = 0x100;
    private static final int ADDRESS = 0x1100;
    private static final int HALF = SIZE / 2;
    private static final int MOVED = 16;

    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);

    private void predict(References references, int distance) {
        CodeLayout layout = new CodeLayout(
                List.of(
                        new CodeRegion(OFFSET, SIZE, ADDRESS, references, ADDRESS + 4),
                        new CodeRegion(0, 64, 0x9000, References.ABSENT, 0x9100)),
                List.of(new CodeRegion(OFFSET, SIZE + MOVED, ADDRESS, references, 0)));
        Translation moves = Translation.of(List.of(new Range(OFFSET, HALF, 0), new Range(OFFSET + HALF, HALF, MOVED)));
        new ReferencePrediction(layout, moves).apply(bytes.array(), OFFSET, distance);
    }

    /** Writes an instruction that refers to a place in the program, and returns where its distance is. */
    private int instruction(int at, int target, int... opcode) {
        for (int i = 0; i < opcode.length; i++) {
            bytes.put(at + i, (byte) opcode[i]);
        }
        int field = at + opcode.length;
        bytes.putInt(field, target - field - 4);
        return field;
    }

    @Test
    void callIntoAMovedPart_isExtended() {
        int call = instruction(0, HALF + 8, 0xe8);
        int jump = instruction(20, HALF + 30, 0xe9);
        int branch = instruction(40, HALF, 0x0f, 0x84);
        int load = instruction(60, HALF + 99, 0x48, 0x8b, 0x05);
        int before = bytes.getInt(call);
        predict(References.INSTRUCTIONS, 0);
        assertEquals(before + MOVED, bytes.getInt(call));
        assertEquals(HALF + 30 - jump - 4 + MOVED, bytes.getInt(jump));
        assertEquals(HALF - branch - 4 + MOVED, bytes.getInt(branch));
        assertEquals(HALF + 99 - load - 4 + MOVED, bytes.getInt(load));
    }

    @Test
    void callOutOfAMovedPart_isExtended() {
        int call = instruction(HALF, 8, 0xe8);
        byte[] moved = new byte[HALF];
        bytes.get(HALF, moved);
        CodeLayout layout = new CodeLayout(
                List.of(new CodeRegion(OFFSET, SIZE, ADDRESS, References.INSTRUCTIONS, 0)),
                List.of(new CodeRegion(OFFSET, SIZE + MOVED, ADDRESS, References.INSTRUCTIONS, 0)));
        Translation moves = Translation.of(List.of(new Range(OFFSET, HALF, 0), new Range(OFFSET + HALF, HALF, MOVED)));
        new ReferencePrediction(layout, moves).apply(moved, OFFSET + HALF, MOVED);
        assertEquals(
                8 - call - 4 - MOVED,
                ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN).getInt(call - HALF));
    }

    /** The rules are part of the format: both sides must find the same references. */
    @Test
    void searchGoesOnBehindAReference() {
        int first = instruction(0, HALF + 8, 0xe8);
        int next = instruction(first + 4, HALF + 16, 0xe8);
        predict(References.INSTRUCTIONS, 0);
        assertEquals(HALF + 8 - first - 4 + MOVED, bytes.getInt(first));
        assertEquals(HALF + 16 - next - 4 + MOVED, bytes.getInt(next));
    }

    @Test
    void instructionNeedsSixBytes() {
        int last = instruction(SIZE - 6, 8, 0xe8);
        predict(References.INSTRUCTIONS, 8);
        assertEquals(8 - last - 4 - 8, bytes.getInt(last));
        bytes.put(SIZE - 6, (byte) 0);
        int tooLate = instruction(SIZE - 5, 8, 0xe8);
        predict(References.INSTRUCTIONS, 8);
        assertEquals(8 - tooLate - 4, bytes.getInt(tooLate));
    }

    @Test
    void wordsCountFromTheStartOfTheRegion() {
        bytes.putLong(8, ADDRESS + HALF + 8).putLong(16, ADDRESS + HALF + 16);
        byte[] part = new byte[21];
        bytes.get(3, part);
        CodeLayout layout = new CodeLayout(
                List.of(new CodeRegion(OFFSET, SIZE, ADDRESS, References.ADDRESSES, 0)),
                List.of(new CodeRegion(OFFSET, SIZE + MOVED, ADDRESS, References.ADDRESSES, 0)));
        new ReferencePrediction(layout, Translation.of(List.of(new Range(OFFSET, SIZE, MOVED))))
                .apply(part, OFFSET + 3, MOVED);
        ByteBuffer predicted = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(ADDRESS + HALF + 8 + MOVED, predicted.getLong(5));
        assertEquals(ADDRESS + HALF + 16 + MOVED, predicted.getLong(13), "the last word ends with the part");
    }

    @Test
    void targetThatLeavesTheProgram_isNotPredicted() {
        bytes.putLong(0, ADDRESS + 8);
        CodeLayout layout = new CodeLayout(
                List.of(new CodeRegion(OFFSET, SIZE, ADDRESS, References.ADDRESSES, 0x7000)),
                List.of(
                        new CodeRegion(OFFSET, SIZE, ADDRESS, References.ADDRESSES, 0),
                        new CodeRegion(0x5000, SIZE, 0, References.ADDRESSES, 0)));
        new ReferencePrediction(layout, Translation.of(List.of(new Range(OFFSET, SIZE, 0x5000 - OFFSET))))
                .apply(bytes.array(), OFFSET, 0);
        assertEquals(ADDRESS + 8, bytes.getLong(0), "it is now in a region that is not loaded");
    }

    @Test
    void whatPointsOutOfTheProgram_stays() {
        instruction(0, 100_000, 0xe8);
        instruction(20, -100_000, 0x8d, 0x05);
        byte[] before = bytes.array().clone();
        predict(References.INSTRUCTIONS, 0);
        assertArrayEquals(before, bytes.array());
    }

    @Test
    void addressesOfMovedParts_grow() {
        bytes.putLong(0, ADDRESS + 8)
                .putLong(8, ADDRESS + HALF + 8)
                .putLong(16, 0x9010)
                .putLong(24, 5);
        predict(References.ADDRESSES, 0);
        assertEquals(ADDRESS + 8, bytes.getLong(0));
        assertEquals(ADDRESS + HALF + 8 + MOVED, bytes.getLong(8));
        assertEquals(0x9110, bytes.getLong(16), "memory that is not in the file");
        assertEquals(5, bytes.getLong(24));
    }

    @Test
    void distances_countFromTheirOwnPlace() {
        bytes.putInt(4, HALF + 8 - 4);
        predict(References.DISTANCES, 0);
        assertEquals(HALF + 8 - 4 + MOVED, bytes.getInt(4));
    }

    @Test
    void tableEntries_countFromTheStartOfTheTable() {
        bytes.putInt(4, HALF + 8);
        predict(References.TABLE, 0);
        assertEquals(HALF + 8 + MOVED - 4, bytes.getInt(4), "the table has moved by 4");
    }

    @Test
    void regionWithoutReferences_stays() {
        instruction(0, HALF + 8, 0xe8);
        byte[] before = bytes.array().clone();
        predict(References.NONE, 0);
        assertArrayEquals(before, bytes.array());
    }

    /** A client predicts block by block. */
    @Test
    void wordsAcrossTheEndOfAPart_stay() {
        bytes.putLong(8, ADDRESS + HALF + 8);
        byte[] part = new byte[9];
        bytes.get(3, part);
        byte[] before = part.clone();
        CodeLayout layout = new CodeLayout(
                List.of(new CodeRegion(OFFSET, SIZE, ADDRESS, References.ADDRESSES, 0)),
                List.of(new CodeRegion(OFFSET, SIZE, ADDRESS, References.ADDRESSES, 0)));
        new ReferencePrediction(layout, Translation.of(List.of(new Range(OFFSET, SIZE, 8)))).apply(part, OFFSET + 3, 8);
        assertArrayEquals(before, part);
    }
}
