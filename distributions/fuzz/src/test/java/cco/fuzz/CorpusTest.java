package cco.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every input that was a fault once, and the seeds of the search for more. */
class CorpusTest {

    @ParameterizedTest
    @EnumSource
    void corpus_raisesOnlyDocumentedErrors(FuzzTarget target) throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(target.corpus())) {
            inputs = files.sorted().toList();
        }
        assertFalse(inputs.isEmpty(), target + " has no input");
        for (Path input : inputs) {
            assertDoesNotThrow(() -> target.run(Files.readAllBytes(input)), input.toString());
        }
    }
}
