package cco.core.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.model.AppName;
import cco.core.model.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the folders of apps. */
class AppHomeTest {

    @TempDir
    private Path root;

    @Test
    void apps_areSortedByName() throws Exception {
        for (String name : List.of("zsh", "a.b", "cco", "a-b", "b2", "b10")) {
            Files.createDirectory(root.resolve(name));
        }
        Files.createDirectory(root.resolve("Not-An-App"));
        Files.writeString(root.resolve("file"), "no folder");
        List<AppName> sorted = Stream.of("a-b", "a.b", "b10", "b2", "cco", "zsh")
                .map(AppName::new)
                .toList();
        assertEquals(sorted, AppHome.apps(root));
    }

    @Test
    void folderThatDoesNotExist_hasNoApps() throws Exception {
        assertEquals(List.of(), AppHome.apps(root.resolve("missing")));
    }

    @Test
    void versions_areInAscendingOrder() throws Exception {
        AppHome home = new AppHome(new AppName("hello"), root, root);
        assertEquals(List.of(), home.versions());
        for (String name : List.of("10.0.0", "9.0.0", "9.0.0-beta.1", "no version")) {
            Files.createDirectories(home.versionsFolder().resolve(name));
        }
        assertEquals(
                Stream.of("9.0.0-beta.1", "9.0.0", "10.0.0").map(Version::of).toList(), home.versions());
    }

    @Test
    void fileInPlaceOfTheFolder_hasNoVersions() throws Exception {
        AppHome home = new AppHome(new AppName("hello"), root, root);
        Files.createDirectories(home.versionsFolder().getParent());
        Files.createFile(home.versionsFolder());
        assertEquals(List.of(), home.versions());
    }
}
