package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommittedTextsTest {

    @Test
    void committedTexts_matchTheBuild() throws IOException {
        assertEquals(
                Set.of(),
                CommittedTexts.of(SourceTree.root()).stale(),
                "these generated files are out of date: run " + CommittedTexts.RENEW_COMMAND
                        + ", review the changes and commit them");
    }
}
