package cco.publisher.delta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.delta.DeltaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deltas of native programs. */
class ProgramDeltaTest {

    private final Random random = new Random(7);

    @TempDir
    private Path temp;

    private DeltaFolder old;
    private DeltaFolder next;
    private byte[] oldProgram;
    private byte[] newProgram;

    /** The new program has three more functions, so that most references change. */
    @BeforeEach
    void buildTwoVersions() throws IOException {
        old = new DeltaFolder(temp.resolve("old"));
        next = new DeltaFolder(temp.resolve("next"));
        List<Integer> functions =
                new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        oldProgram = SampleProgram.of(functions);
        functions.add(30, 3_001);
        functions.add(90, 3_002);
        functions.add(200, 3_003);
        newProgram = SampleProgram.of(functions);
    }

    private byte[] roundTrip(byte[] from, byte[] to) throws IOException, DeltaException {
        old.with("program", from);
        next.with("program", to);
        byte[] delta = new DeltaMaker(old.version(), next.version()).make();
        assertArrayEquals(to, apply(delta));
        return delta;
    }

    private byte[] apply(byte[] delta) throws IOException, DeltaException {
        Path result = temp.resolve("result");
        DeltaFolder.apply(old.version(), Files.write(temp.resolve("delta"), delta), next.version(), result);
        return Files.readAllBytes(result.resolve("program"));
    }

    @Test
    void addedFunctions_costAFractionOfTheirReferences() throws Exception {
        int predicted = roundTrip(oldProgram, newProgram).length;
        oldProgram[0] = 'x';
        newProgram[0] = 'x';
        int raw = roundTrip(oldProgram, newProgram).length;
        assertTrue(predicted * 2 < raw, predicted + " bytes, without predictions " + raw);
    }

    @Test
    void programWithoutChangedReferences_isComparedAsAnyFile() throws Exception {
        newProgram = oldProgram.clone();
        newProgram[70] ^= 1;
        assertTrue(roundTrip(oldProgram, newProgram).length < 200);
    }

    /** More than a client accepts. */
    @Test
    void programWithHundredsOfSections_isComparedAsAnyFile() throws Exception {
        roundTrip(withSections(oldProgram, 300), withSections(newProgram, 300));
    }

    /** Adds sections that are loaded and have no references, behind the five of a program. */
    private static byte[] withSections(byte[] program, int count) {
        byte[] more = Arrays.copyOf(program, program.length + 64 * (5 + count));
        ByteBuffer file = ByteBuffer.wrap(more).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(40, program.length).putShort(60, (short) (5 + count));
        file.put(program.length, program, program.length - 5 * 64, 5 * 64);
        for (int at = program.length + 5 * 64; at < more.length; at += 64) {
            file.put(at, program, program.length - 64, 64);
            file.putInt(at + 4, 1).putLong(at + 16, 0x700000);
        }
        return more;
    }

    @Test
    void damagedHeaders_roundTrip() throws Exception {
        int headers = newProgram.length - 5 * 64;
        for (int round = 0; round < 40; round++) {
            byte[] from = oldProgram.clone();
            byte[] to = newProgram.clone();
            for (int i = 0; i < 6; i++) {
                from[from.length - 1 - random.nextInt(5 * 64)] = (byte) random.nextInt();
                to[headers + random.nextInt(5 * 64)] = (byte) random.nextInt();
                from[16 + random.nextInt(48)] = (byte) random.nextInt();
            }
            roundTrip(from, to);
        }
    }

    @Test
    void truncatedProgram_roundTrips() throws Exception {
        for (int length = 1; length < oldProgram.length; length = length * 3 + 1) {
            byte[] part = Arrays.copyOf(oldProgram, length);
            roundTrip(part, newProgram);
            roundTrip(oldProgram, part);
        }
    }

    @Test
    void flippedByte_neverYieldsAnotherProgram() throws Exception {
        byte[] delta = roundTrip(oldProgram, newProgram);
        for (int i = 0; i < delta.length; i++) {
            byte[] flipped = delta.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            try {
                assertArrayEquals(newProgram, apply(flipped));
            } catch (DeltaException e) {
                // Refused, as it should be; a flip in padding that changes nothing is also fine.
            }
        }
    }

    @Test
    void anotherBase_isRefused() throws Exception {
        byte[] delta = roundTrip(oldProgram, newProgram);
        VersionFolder from = old.version();
        oldProgram[100] ^= 1;
        old.with("program", oldProgram);
        Path file = Files.write(temp.resolve("delta"), delta);
        Path result = temp.resolve("result");
        assertThrows(DeltaException.class, () -> DeltaFolder.apply(from, file, next.version(), result));
    }
}
