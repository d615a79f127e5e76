package cco.publisher.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadFilesTest {

    private static final String DIGEST = "a".repeat(64);

    @TempDir
    private Path repository;

    private void write(String path, String text) throws IOException {
        Files.createDirectories(repository.resolve(path).getParent());
        Files.writeString(repository.resolve(path), text);
    }

    @ParameterizedTest
    @CsvSource({
        "v1.0.0/hello-v1.0.0-linux-x86_64.tar.gz, VERSIONS",
        "v1.0.0/hello-v1.0.0-linux-x86_64.tar.gz.asc, VERSIONS",
        "v1.0.0/notes.md, METADATA",
        "metadata/1.root.json, METADATA",
        "metadata/12.snapshot.json, METADATA",
        "version-manifest.json, MANIFEST",
        "version-manifest.json.asc, MANIFEST",
        "metadata/timestamp.json, TIMESTAMP",
        "cco/cco-v1.0.0-linux-x86_64.tar.gz, VERSIONS",
        "install.sh, PAGES",
        "index.html, PAGES",
        "vendor/readme.html, PAGES",
        "checksums/v1.0.0.sha256, PAGES",
    })
    void file_hasTheStepOfItsReaders(String path, UploadStep step) {
        assertEquals(step, UploadStep.of(path));
    }

    @Test
    void renewableFile_isNotKeptByCaches() {
        assertTrue(UploadStep.isUnchanging("v1.0.0/" + DIGEST + ".hello-v1.0.0-linux-x86_64.tar.gz"));
        assertTrue(UploadStep.isUnchanging("v1.0.0/hello-v1.0.0-linux-x86_64.files.json"));
        assertTrue(UploadStep.isUnchanging("v1.0.0/hello-v1.0.0-linux-x86_64.tar.xz"));
        assertFalse(UploadStep.isUnchanging("v1.0.0/hello-v1.0.0-linux-x86_64.tar.gz.asc"));
        assertFalse(UploadStep.isUnchanging("metadata/3.targets.json"));
    }

    @Test
    void nameWithDigest_precedesTheManifest() {
        assertEquals(UploadStep.METADATA, UploadStep.of(DIGEST + ".version-manifest.json"));
        assertEquals(UploadStep.METADATA, UploadStep.of("checksums/" + DIGEST + ".v1.0.0.sha256"));
        assertEquals(UploadStep.VERSIONS, UploadStep.of("v1.0.0/" + DIGEST + ".hello.tar.gz"));
    }

    @Test
    void hiddenFiles_stayHere() throws Exception {
        write(".lock", "");
        write(".work/manifest", "");
        write("version-manifest.json", "{}");
        assertEquals(
                List.of("version-manifest.json"),
                List.copyOf(UploadFiles.of(repository).sizes().keySet()));
    }

    @Test
    void onlyNamesThatNoMetadataLists_areObsolete() throws Exception {
        write("metadata/timestamp.json", "{}");
        write("metadata/9.targets.json", """
                {"signed": {"targets": {"v1.0.0/hello": {"length": 1, "hashes": {"sha256": "%s"}}}}}
                """.formatted(DIGEST));
        String old = "b".repeat(64) + ".version-manifest.json";
        List<String> there = List.of(
                old,
                "v1.0.0/" + DIGEST + ".hello",
                "metadata/3.targets.json",
                "metadata/1.root.json",
                "v0.9.0/hello",
                "blog.html");
        assertEquals(
                List.of(old, "metadata/3.targets.json"),
                UploadFiles.of(repository).obsolete(there));
    }

    @Test
    void archivesOfOldInstallScripts_areObsolete() throws Exception {
        write("metadata/timestamp.json", "{}");
        write("cco/cco-v0.3.0-linux-x86_64.tar.gz", "");
        List<String> there = List.of(
                "cco/cco-v0.1.0-linux-x86_64.tar.gz",
                "cco/cco-v0.1.0-windows-x86_64.zip",
                "cco/cco-v0.2.0-linux-x86_64.tar.gz",
                "cco/readme.txt");
        assertEquals(there.subList(0, 2), UploadFiles.of(repository).obsolete(there));
    }

    @Test
    void unsignedRepository_deletesNothing() throws Exception {
        write("version-manifest.json", "{}");
        assertEquals(List.of(), UploadFiles.of(repository).obsolete(List.of(DIGEST + ".version-manifest.json")));
    }
}
