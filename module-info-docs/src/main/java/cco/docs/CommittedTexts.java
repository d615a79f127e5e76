package cco.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The generated files that are committed, so that a review shows each change to the module graph. */
final class CommittedTexts {

    static final String RENEW_COMMAND = "./mvnw -q -DskipTests -Drenew verify";

    private final SortedMap<Path, String> texts = new TreeMap<>();
    private final Path pages;
    private final Path golden;

    private CommittedTexts(Path folder) {
        pages = folder.resolve(Pages.FOLDER);
        golden = folder.resolve("golden");
    }

    /** Generates every file from the jars and sources under the root. */
    static CommittedTexts of(Path root) throws IOException {
        List<ReactorModule> modules = Reactor.modules(root);
        Path folder = root.resolve("module-info-docs");
        boolean hasGuide = Files.exists(folder.resolve(Pages.GUIDE));
        return of(folder, new Pages(modules, Libraries.of(root, modules), hasGuide));
    }

    static CommittedTexts of(Path folder, Pages pages) throws IOException {
        CommittedTexts result = new CommittedTexts(folder);
        result.texts.put(folder.resolve(Pages.INDEX), IndexPage.of(pages));
        for (ReactorModule module : pages.modules()) {
            result.add(module, pages);
        }
        return result;
    }

    private void add(ReactorModule module, Pages all) throws IOException {
        texts.put(pages.resolve(PageLinks.fileName(module.name())), ModulePage.of(module, all));
        texts.put(golden.resolve(module.name() + ".txt"), GoldenText.of(module));
        if (module.isForPlugins()) {
            texts.put(golden.resolve(module.name() + ".signatures.txt"), ApiText.of(module));
        }
    }

    /** The files that are missing, out of date, or left over from a removed module. */
    SortedSet<Path> stale() throws IOException {
        SortedSet<Path> stale = new TreeSet<>(leftovers());
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            boolean exists = Files.exists(text.getKey());
            if (!exists || !Files.readString(text.getKey()).equals(text.getValue())) {
                stale.add(text.getKey());
            }
        }
        return stale;
    }

    void write() throws IOException {
        for (Path file : leftovers()) {
            Files.delete(file);
        }
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            Files.createDirectories(text.getKey().getParent());
            Files.writeString(text.getKey(), text.getValue());
        }
    }

    private List<Path> leftovers() throws IOException {
        List<Path> leftovers = new ArrayList<>();
        for (Path folder : List.of(pages, golden)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> !texts.containsKey(file)).forEach(leftovers::add);
                }
            }
        }
        return leftovers;
    }
}
