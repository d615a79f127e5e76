package cco.core.machinecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.machinecode.Translation.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationTest {

    @Test
    void numbers_goWithTheirRange() {
        Translation moves = Translation.of(List.of(new Range(100, 50, 7), new Range(10, 20, -5)));
        assertEquals(5, moves.of(10));
        assertEquals(24, moves.of(29));
        assertEquals(Translation.NONE, moves.of(30));
        assertEquals(107, moves.of(100));
        assertEquals(Translation.NONE, moves.of(150));
        assertEquals(Translation.NONE, moves.of(9));
    }

    @Test
    void numberBetweenRanges_canGoWithTheOneBefore() {
        Translation moves = Translation.of(List.of(new Range(10, 20, -5), new Range(100, 50, 7)));
        assertEquals(35, moves.near(40));
        assertEquals(Translation.NONE, moves.near(9));
    }

    @Test
    void ofTwoRangesThatOverlap_theLongerCounts() {
        Translation moves = Translation.of(List.of(new Range(20, 5, 1), new Range(10, 20, 2), new Range(30, 1, 3)));
        assertEquals(24, moves.of(22));
        assertEquals(33, moves.of(30));
        Translation covered = Translation.of(List.of(new Range(10, 5, 1), new Range(5, 20, 2), new Range(0, 40, 3)));
        assertEquals(13, covered.of(10));
        Translation around = Translation.of(List.of(new Range(0, 12, 1), new Range(20, 12, 2), new Range(9, 12, 3)));
        assertEquals(12, around.of(11));
        assertEquals(15, around.of(12));
        assertEquals(22, around.of(20));
        Translation same = Translation.of(List.of(new Range(10, 5, 1), new Range(12, 5, 2)));
        assertEquals(13, same.of(12));
        assertEquals(18, same.of(16));
    }

    @Test
    void noRanges_leadNowhere() {
        assertEquals(Translation.NONE, Translation.of(List.of()).of(0));
        assertEquals(Translation.NONE, Translation.of(List.of()).near(0));
    }
}
