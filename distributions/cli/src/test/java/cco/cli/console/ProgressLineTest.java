package cco.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.model.ProgressListener.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressLineTest {

    private static Rate rate(long bytesPerSecond) {
        Rate rate = new Rate();
        rate.sample(0, 0);
        rate.sample(1_000_000_000, bytesPerSecond);
        return rate;
    }

    private static ProgressLine download(long done) {
        return new ProgressLine(Phase.DOWNLOAD, done, 20_000_000, rate(2_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "15, 'downloading   4'",
        "20, 'downloading   45 %'",
        "40, 'downloading   45 %  0:06 left'",
        "60, 'downloading  [===>      ]   45 %  2.0 MB/s  0:06 left'",
        "80, 'downloading  [====>        ]   45 %  9.0 MB of 20.0 MB  2.0 MB/s  0:06 left'",
        "120, 'downloading  [========>           ]   45 %  9.0 MB of 20.0 MB  2.0 MB/s  0:06 left'"
    })
    void download_fitsTheTerminal(int width, String expected) {
        assertEquals(expected, download(9_000_000).fit(width));
    }

    @ParameterizedTest
    @CsvSource({"0, '[             ]    0 %'", "1, '[             ]    0 %'", "20000000, '[============>]  100 %'"})
    void bar_goesFromEmptyToFull(long done, String bar) {
        assertTrue(download(done).fit(80).contains(bar), download(done).fit(80));
    }

    @Test
    void moreBytesThanExpected_areOneHundredPercent() {
        assertTrue(download(30_000_000).fit(80).contains("100 %"));
    }

    @Test
    void unknownTotal_hasNoBar() {
        assertEquals("checking", new ProgressLine(Phase.CHECK, 0, -1, new Rate()).fit(80));
        assertEquals(
                "downloading  9.0 MB  2.0 MB/s",
                new ProgressLine(Phase.DOWNLOAD, 9_000_000, -1, rate(2_000_000)).fit(80));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void line_neverExceedsTheTerminal(Phase phase) {
        for (int width = 1; width < 130; width++) {
            int length = new ProgressLine(phase, 7_777_777_777L, 99_999_999_999L, rate(3))
                    .fit(width)
                    .length();
            assertTrue(length <= width, phase + " at " + width + ": " + length);
        }
    }
}
