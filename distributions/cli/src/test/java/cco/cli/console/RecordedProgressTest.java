package cco.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.model.ProgressListener.Phase;
import cco.core.model.ProgressListener.Warning;
import org.junit.jupiter.api.Test;

class RecordedProgressTest {

    @Test
    void replay_showsEverythingInItsOrder() {
        RecordedProgress record = new RecordedProgress();
        record.notice("first");
        record.began(Phase.DOWNLOAD, 1000);
        record.advanced(Phase.DOWNLOAD, 500);
        record.warning(Warning.DEPRECATED, "old");
        Screen screen = new Screen();
        record.replay(Progress.on(screen.console()));
        assertEquals(
                "cco: note: first\ncco: downloading 1.0 kB\ncco: downloading 50 %\ncco: note: old\n", screen.err());
    }
}
