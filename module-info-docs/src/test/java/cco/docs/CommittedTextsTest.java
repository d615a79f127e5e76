package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommittedTextsTest {

    @Test
    void committedTexts_areWhatWasBuilt() throws IOException {
        assertEquals(
                Set.of(),
                CommittedTexts.of(SourceTree.root()).stale(),
                "these texts tell of the modules as they " + "were: if the change is meant, run "
                        + CommittedTexts.RENEW_COMMAND + " and commit what it writes");
    }
}
