package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommittedTextsTest {

    private static final String HINT = "the modules and their committed texts differ: if the change is meant, run "
            + CommittedTexts.RENEW_COMMAND + " and commit what it writes";

    @Test
    void committedTexts_areWhatTheJarsSay() throws IOException {
        for (Map.Entry<Path, String> text : CommittedTexts.of(SourceTree.root()).entrySet()) {
            String committed = Files.exists(text.getKey()) ? Files.readString(text.getKey()) : "(missing)";
            assertEquals(text.getValue(), committed, () -> text.getKey() + ": " + HINT);
        }
    }

    @Test
    void goldenTexts_areOfModulesThatExist() throws IOException {
        Path root = SourceTree.root();
        SortedMap<Path, String> texts = CommittedTexts.of(root);
        try (Stream<Path> files = Files.list(CommittedTexts.goldenFolder(root))) {
            assertEquals(List.of(), files.filter(file -> !texts.containsKey(file)).toList(), HINT);
        }
    }
}
