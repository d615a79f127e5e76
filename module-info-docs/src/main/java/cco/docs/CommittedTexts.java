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

/** The texts that are generated and committed, so that a change of the module graph shows up in a review. */
final class CommittedTexts {

    static final String RENEW_COMMAND = "./mvnw -q -DskipTests -Drenew verify";

    private final SortedMap<Path, String> texts = new TreeMap<>();
    private final Path pages;
    private final Path golden;

    private CommittedTexts(Path folder) {
        pages = folder.resolve(Pages.FOLDER);
        golden = folder.resolve("golden");
    }

    /** What they ought to be, as the jars and the sources are. */
    static CommittedTexts of(Path root) throws IOException {
        List<ReactorModule> modules = Reactor.modules(root);
        Path folder = root.resolve("module-info-docs");
        boolean hasGuide = Files.exists(folder.resolve(Pages.GUIDE));
        return of(folder, new Pages(modules, Libraries.of(root, modules), hasGuide));
    }

    static CommittedTexts of(Path folder, Pages pages) throws IOException {
        CommittedTexts result = new CommittedTexts(folder);
        result.texts.put(folder.resolve(Pages.INDEX), IndexPage.of(pages));
        result.texts.put(folder.resolve(Pages.PICTURE), SvgPicture.of(Diagram.of(pages)));
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

    /** The files that are missing, or differ, or are those of a module that is gone. */
    SortedSet<Path> stale() throws IOException {
        SortedSet<Path> stale = new TreeSet<>(surplus());
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            boolean exists = Files.exists(text.getKey());
            if (!exists || !Files.readString(text.getKey()).equals(text.getValue())) {
                stale.add(text.getKey());
            }
        }
        return stale;
    }

    void write() throws IOException {
        for (Path file : surplus()) {
            Files.delete(file);
        }
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            Files.createDirectories(text.getKey().getParent());
            Files.writeString(text.getKey(), text.getValue());
        }
    }

    private List<Path> surplus() throws IOException {
        List<Path> surplus = new ArrayList<>();
        for (Path folder : List.of(pages, golden)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> !texts.containsKey(file)).forEach(surplus::add);
                }
            }
        }
        return surplus;
    }
}
