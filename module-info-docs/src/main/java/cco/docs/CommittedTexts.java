package cco.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts that are generated and committed, so that a change of the module graph shows up in a review. */
final class CommittedTexts {

    static final String RENEW_COMMAND = "./mvnw -q -DskipTests -Drenew verify";

    private static final String FOLDER = "module-info-docs";

    private CommittedTexts() {}

    /** Where the golden texts are, and nothing else is. */
    static Path goldenFolder(Path root) {
        return root.resolve(FOLDER).resolve("golden");
    }

    /** Each file with the content that it ought to have. */
    static SortedMap<Path, String> of(Path root) throws IOException {
        List<ReactorModule> modules = Reactor.modules(root);
        SortedMap<Path, String> texts = new TreeMap<>();
        texts.put(root.resolve(FOLDER).resolve("MODULES.md"), new ModulesPage(modules).text());
        for (ReactorModule module : modules) {
            texts.put(goldenFolder(root).resolve(module.name() + ".txt"), GoldenText.of(module));
        }
        return texts;
    }
}
