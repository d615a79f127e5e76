package cco.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Content;
import cco.api.Resource;
import cco.api.Settings;
import cco.tck.TableSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSourceTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("v1.0.0"));
        Files.writeString(folder.resolve("v1.0.0/file"), "0123456789");
    }

    private static Settings table(Object path) {
        return new TableSettings(Map.of("path", path.toString()));
    }

    private Content open(Resource resource) throws Exception {
        return new FileSource().origins(table(folder)).getFirst().open(resource, (_, _, _) -> {
            throw new AssertionError("a directory needs no network");
        });
    }

    private static String read(Content content) throws IOException {
        try (content) {
            return new String(content.stream().readAllBytes());
        }
    }

    @Test
    void source_isFoundAsAService() {
        getClass().getModule().addUses(ChannelSource.class);
        ChannelSource source =
                ServiceLoader.load(ChannelSource.class).findFirst().get();
        assertInstanceOf(FileSource.class, source);
        assertEquals("file", source.id());
        assertEquals(Set.of("path"), source.keys());
    }

    @Test
    void origin_hasTheDirectoryAsName() throws Exception {
        assertEquals(
                folder.toString(),
                new FileSource()
                        .origins(table(folder + "/v1.0.0/.."))
                        .getFirst()
                        .name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases", "~/releases", "./x", "", "\0"})
    void pathThatIsNotAbsolute_isRefused(String path) {
        BadSettingException refusal =
                assertThrows(BadSettingException.class, () -> new FileSource().origins(table(path)));
        assertEquals("path", refusal.key());
    }

    @Test
    void missingPath_isRefused() {
        assertThrows(BadSettingException.class, () -> new FileSource().origins(new TableSettings(Map.of())));
    }

    @Test
    void wholeFile_isRead() throws Exception {
        Content content = open(Resource.whole("v1.0.0/file"));
        assertEquals(OptionalLong.of(10), content.length());
        assertEquals("0123456789", read(content));
    }

    @Test
    void resumedFile_continuesInTheSameState() throws Exception {
        Optional<String> state = open(Resource.whole("v1.0.0/file")).validator();
        Content content = open(new Resource("v1.0.0/file", 4, state));
        assertEquals(4, content.offset());
        assertEquals(OptionalLong.of(6), content.length());
        assertEquals("456789", read(content));
    }

    @Test
    void fileThatChanged_startsOver() throws Exception {
        Optional<String> state = open(Resource.whole("v1.0.0/file")).validator();
        Files.writeString(folder.resolve("v1.0.0/file"), "a longer content");
        Content content = open(new Resource("v1.0.0/file", 4, state));
        assertEquals(0, content.offset());
        assertEquals("a longer content", read(content));
    }

    @Test
    void offsetBeyondTheEnd_startsOver() throws Exception {
        assertEquals(0, open(new Resource("v1.0.0/file", 11, Optional.empty())).offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.0.0/missing", "v1.0.0"})
    void missingFile_isNoSuchFile(String path) {
        assertThrows(NoSuchFileException.class, () -> open(Resource.whole(path)));
    }

    @Test
    void missingDirectory_isNotAMissingFile() throws Exception {
        IOException failure = assertThrows(
                IOException.class,
                () -> new FileSource()
                        .origins(table(folder.resolve("gone")))
                        .getFirst()
                        .open(Resource.whole("file"), (_, _, _) -> null));
        assertTrue(!(failure instanceof NoSuchFileException), failure.toString());
    }
}
