package cco.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.BadSettingException;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.config.SourceConfig;
import cco.core.model.AppName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryLayoutTest {

    private static final String ARCHIVE = "v1.0.0/hello.tar.gz";
    private static final String CONSISTENT = "v1.0.0/abc.hello.tar.gz";

    /** An origin that records requests, and lacks the files for which it has a failure. */
    private static final class Recorder implements Origin {

        private final List<String> paths = new ArrayList<>();
        private final Map<String, IOException> missing;

        Recorder(Map<String, IOException> missing) {
            this.missing = missing;
        }

        @Override
        public String name() {
            return "https://mirror.example.com";
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            paths.add(resource.path());
            if (missing.containsKey(resource.path())) {
                throw missing.get(resource.path());
            }
            return new Content(new ByteArrayInputStream(new byte[0]), 0, OptionalLong.empty(), Optional.empty());
        }
    }

    private static SourceConfig table(Map<String, Object> values) {
        return new SourceConfig(new AppName("hello"), "mirror", Optional.empty(), values);
    }

    @ParameterizedTest
    @CsvSource({
        "metadata/timestamp.json, metadata/timestamp.json",
        "version-manifest.json, version-manifest.json",
        "v1.0.0/hello.tar.gz, v1.0.0/hello.tar.gz"
    })
    void usualLayout_changesNoPath(String path, String located) throws Exception {
        assertEquals(List.of(located), read(Map.of(), path));
    }

    @ParameterizedTest
    @CsvSource({
        "metadata/timestamp.json, tuf/meta/timestamp.json",
        "version-manifest.json, tuf/targets/version-manifest.json",
        "v1.0.0/hello.tar.gz, tuf/targets/v1.0.0/hello.tar.gz"
    })
    void configuredFolders_areUsed(String path, String located) throws Exception {
        assertEquals(List.of(located), read(Map.of("metadata_path", "tuf/meta", "targets_path", "tuf/targets/"), path));
    }

    @Test
    void emptyFolder_isTheTopOfTheRepository() throws Exception {
        assertEquals(List.of("1.root.json"), read(Map.of("metadata_path", ""), "metadata/1.root.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "a/../b", "/absolute", "a//b", "https://elsewhere.example", "a b", "a\\b", ".hidden/x"})
    void folderOutsideTheRepository_isRefused(String folder) {
        assertThrows(BadSettingException.class, () -> RepositoryLayout.of(table(Map.of("targets_path", folder))));
    }

    @Test
    void archive_isReadByTheNameWithItsDigest() throws Exception {
        Recorder recorder = new Recorder(Map.of());
        new ConsistentOrigin(recorder, Map.of(ARCHIVE, CONSISTENT)).open(Resource.whole(ARCHIVE), null);
        assertEquals(List.of(CONSISTENT), recorder.paths);
    }

    @Test
    void mirrorWithoutDigestNames_isReadByPlainNames() throws Exception {
        for (IOException missing : List.of(new NoSuchFileException("x"), new AccessDeniedException("x"))) {
            Recorder recorder = new Recorder(Map.of(CONSISTENT, missing));
            new ConsistentOrigin(recorder, Map.of(ARCHIVE, CONSISTENT)).open(Resource.whole(ARCHIVE), null);
            assertEquals(List.of(CONSISTENT, ARCHIVE), recorder.paths);
        }
    }

    /** A server that fails is not a server without the file. */
    @Test
    void failingOrigin_isNotAskedTwice() {
        Recorder recorder = new Recorder(Map.of(CONSISTENT, new IOException("500")));
        ConsistentOrigin origin = new ConsistentOrigin(recorder, Map.of(ARCHIVE, CONSISTENT));
        assertThrows(IOException.class, () -> origin.open(Resource.whole(ARCHIVE), null));
        assertEquals(List.of(CONSISTENT), recorder.paths);
    }

    private static List<String> read(Map<String, Object> settings, String path) throws Exception {
        Recorder recorder = new Recorder(Map.of());
        RepositoryLayout.of(table(settings)).apply(recorder).open(Resource.whole(path), null);
        return recorder.paths;
    }
}
