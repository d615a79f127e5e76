package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit is the last number that is allowed. */
class ByteBudgetTest {

    private static final int MEBIBYTE = 1 << 20;

    private static ArchiveRule broken(ByteBudget budget, long bytes) {
        return assertThrows(UnsafeArchiveException.class, () -> budget.spend(bytes))
                .rule();
    }

    @Test
    void allBytes_areCounted() throws Exception {
        ByteBudget budget = new ByteBudget(new UnpackLimits(1, 10, 1), 10);
        budget.spend(4);
        budget.spend(6);
        assertEquals(ArchiveRule.TOO_LARGE, broken(budget, 1));
    }

    @Test
    void ratio_doesNotCountUpToOneMebibyte() throws Exception {
        ByteBudget budget = new ByteBudget(new UnpackLimits(1, Long.MAX_VALUE, 1), 1);
        budget.spend(MEBIBYTE);
        assertEquals(ArchiveRule.COMPRESSION_BOMB, broken(budget, 1));
    }

    @Test
    void ratio_isInclusive() throws Exception {
        ByteBudget budget = new ByteBudget(new UnpackLimits(1, Long.MAX_VALUE, 4), MEBIBYTE);
        budget.spend(4L * MEBIBYTE);
        assertEquals(ArchiveRule.COMPRESSION_BOMB, broken(budget, 4));
    }

    @Test
    void smallestLimits_areOne() {
        assertDoesNotThrow(() -> new UnpackLimits(1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,0,1", "1,1,0"})
    void limitBelowOne_isRefused(int entries, long bytes, int ratio) {
        assertThrows(IllegalArgumentException.class, () -> new UnpackLimits(entries, bytes, ratio));
    }
}
