package cco.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import cco.core.model.ProgressListener;
import cco.core.model.ProgressListener.Phase;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong clock = new AtomicLong();

    private static OutputMode mode(boolean json, boolean quiet, boolean live) {
        return new OutputMode(json, quiet, false, false, live, false, 60);
    }

    private ProgressListener listener(Screen screen) {
        return Progress.on(screen.console(), clock::get);
    }

    @Test
    void terminal_redrawsTenTimesASecond() {
        Screen screen = new Screen(mode(false, false, true));
        ProgressListener progress = listener(screen);
        progress.began(Phase.DOWNLOAD, 1000);
        for (int i = 1; i <= 1000; i++) {
            clock.addAndGet(MILLISECOND);
            progress.advanced(Phase.DOWNLOAD, i);
        }
        assertEquals(1 + 10, screen.err().split("\u001b\\[J").length - 1);
    }

    @Test
    void terminal_showsSpeedAndTimeLeft() {
        Screen screen = new Screen(mode(false, false, true));
        ProgressListener progress = listener(screen);
        progress.began(Phase.DOWNLOAD, 10_000);
        progress.advanced(Phase.DOWNLOAD, 4_000);
        clock.addAndGet(1000 * MILLISECOND);
        progress.advanced(Phase.DOWNLOAD, 5_000);
        progress.notice("the first mirror is slow");
        String first = "downloading  [          ]    0 %  0 B of 10.0 kB";
        String last = "downloading  [====>     ]   50 %  1.0 kB/s  0:05 left";
        String erase = "\r\u001b[J";
        assertEquals(
                erase + "\u001b[?7l" + first + " \r\u001b[?7h" + erase + "\u001b[?7l" + last + " \r\u001b[?7h" + erase
                        + "cco: note: the first mirror is slow\n",
                screen.err());
    }

    @Test
    void log_hasALineForEachPhaseAndTenth() {
        Screen screen = new Screen(mode(false, false, false));
        ProgressListener progress = listener(screen);
        progress.began(Phase.CHECK, -1);
        progress.began(Phase.DOWNLOAD, 1000);
        for (int done = 0; done <= 1000; done += 250) {
            progress.advanced(Phase.DOWNLOAD, done);
            progress.advanced(Phase.DOWNLOAD, done);
        }
        progress.began(Phase.UNPACK, 1000);
        progress.advanced(Phase.UNPACK, 1000);
        assertEquals("""
                cco: checking
                cco: downloading 1.0 kB
                cco: downloading 20 %
                cco: downloading 50 %
                cco: downloading 70 %
                cco: downloading 100 %
                cco: unpacking 1.0 kB
                """, screen.err());
        assertEquals("", screen.out());
    }

    @Test
    void json_hasAnEventForEachPhase() {
        Screen screen = new Screen(mode(true, false, false));
        ProgressListener progress = listener(screen);
        progress.began(Phase.CHECK, -1);
        progress.began(Phase.DOWNLOAD, 1000);
        progress.advanced(Phase.DOWNLOAD, 500);
        progress.notice("slow");
        assertEquals("""
                {"event":"phase","phase":"check"}
                {"event":"phase","phase":"download","bytes":1000}
                {"event":"note","message":"slow"}
                """, screen.out());
        assertEquals("", screen.err());
    }

    @Test
    void quiet_hasNoProgress() {
        assertSame(ProgressListener.NONE, listener(new Screen(mode(false, true, false))));
    }
}
