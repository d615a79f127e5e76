package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link in a page leads to a file or heading in the tree. */
class LinksTest {

    @TempDir
    private Path folder;

    @Test
    void links_areNotBroken() throws IOException {
        Path root = SourceTree.root();
        assertEquals(List.of(), broken(root, SourceTree.files(root)), "these links lead nowhere");
    }

    @Test
    void brokenLinks_areFound() throws IOException {
        Files.createDirectories(folder.resolve("docs"));
        Files.writeString(folder.resolve("README.md"), """
                # Two words, `code`
                ## Twice
                ## Twice
                [a](docs/here.md) [b](docs/here.md#place) [c](docs) [d](#two-words-code) [e](#twice-1)
                [f](https://example.com/nothing) ![g](/docs) <a id="mark"></a> [h](#mark)
                `[no link](x1)` ``[no ` link](x2)``
                ```sh
                [no link](x3)
                ```
                [`w`](w.md) [x](docs/here.md#nowhere) ![y](docs/y.svg "title") <img src="z.svg">
                [v](../docs) [u](#three)
                [t]: t.md
                """);
        Files.writeString(folder.resolve("docs/here.md"), "# Place\n");
        assertEquals(
                List.of(
                        "README.md: #three",
                        "README.md: ../docs",
                        "README.md: docs/here.md#nowhere",
                        "README.md: docs/y.svg",
                        "README.md: t.md",
                        "README.md: w.md",
                        "README.md: z.svg"),
                broken(folder, SourceTree.files(folder)).stream().sorted().toList());
    }

    private static List<String> broken(Path root, List<SourceFile> files) throws IOException {
        List<String> broken = new ArrayList<>();
        for (SourceFile file : files) {
            if (file.path().endsWith(".md")) {
                for (String link : new MarkdownFile(file).links()) {
                    if (!isValid(root, file, link)) {
                        broken.add(file.path() + ": " + link);
                    }
                }
            }
        }
        return broken;
    }

    private static boolean isValid(Path root, SourceFile from, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path page = root.resolve(from.path());
        Path start = parts[0].startsWith("/") ? root : page.getParent();
        Path target = parts[0].isEmpty()
                ? page
                : start.resolve(parts[0].replaceFirst("^/", "")).normalize();
        if (!target.startsWith(root) || !Files.exists(target)) {
            return false;
        }
        boolean isPage = parts.length == 2 && target.toString().endsWith(".md");
        return !isPage || anchors(target).contains(parts[1]);
    }

    private static Set<String> anchors(Path page) throws IOException {
        return new MarkdownFile(new SourceFile(page.toString(), Files.readString(page))).anchors();
    }
}
