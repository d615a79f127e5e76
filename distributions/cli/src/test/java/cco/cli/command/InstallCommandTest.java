package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.update.InstallRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallCommandTest {

    private static InstallRequest request(String words) throws CcoException {
        return ((InstallCommand) CommandLine.parse(List.of(("install " + words).split(" ")))
                        .command())
                .request(Optional.empty());
    }

    private static UsageException refused(String words) {
        return assertThrows(UsageException.class, () -> request(words));
    }

    @Test
    void urls_areMirrorsInOrder() throws CcoException {
        InstallRequest request =
                request("hello --trust sha256 --from https://b.example/x --from https://a.example/x,y");
        assertEquals("mirror", request.source());
        assertEquals(Map.of("urls", List.of("https://b.example/x", "https://a.example/x,y")), request.settings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases", "./releases", "C:", "/tmp/../releases/"})
    void folder_becomesAbsolute(String folder) throws CcoException {
        InstallRequest request = request("hello --trust sha256 --from " + folder);
        assertEquals("file", request.source());
        assertEquals(Map.of("path", Path.of(folder).toAbsolutePath().normalize().toString()), request.settings());
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/octo/hello, {repository=octo/hello}",
        "https://www.github.com/octo/hello.git/, {repository=octo/hello}",
        "github:octo/hello.cli, {repository=octo/hello.cli}",
        "https://github.com/octo/hello/releases/latest, '{repository=octo/hello, manifest=release}'",
        "https://github.com/octo/hello/tree/gh-pages, '{repository=octo/hello, manifest=branch:gh-pages}'",
        "https://github.com/octo/hello/tree/main/a/b/, '{repository=octo/hello, manifest=branch:main:a/b}'",
        "github:https://ghe.example.com/octo/hello, '{repository=octo/hello, base=https://ghe.example.com}'"
    })
    void gitHubRepository_isRecognized(String from, String settings) throws CcoException {
        InstallRequest request = request("hello --trust sha256 --from " + from);
        assertEquals("github", request.source());
        assertEquals(settings, request.settings().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/octo",
                "github:",
                "github:hello",
                "https://github.com/octo/hello/blob/main/a",
                "https://github.com/octo/hello/releases/tag/v1"
            })
    void otherGitHubPage_isRefused(String from) {
        String message = refused("hello --trust sha256 --from " + from).getMessage();
        assertTrue(message.contains("expected a repository such as https://github.com/OWNER/NAME"), message);
    }

    @Test
    void gitHubAndMirrors_cannotBeMixed() {
        assertEquals(
                "--from accepts only one GitHub repository and no other place",
                refused("hello --trust sha256 --from github:octo/hello --from https://a.example")
                        .getMessage());
    }

    @Test
    void foldersAndMirrors_cannotBeMixed() {
        assertEquals(
                "--from accepts either mirrors or a folder, not both",
                refused("hello --trust sha256 --from https://a.example --from /x")
                        .getMessage());
        assertEquals(
                "--from accepts only one folder",
                refused("hello --trust sha256 --from /a --from /b").getMessage());
    }

    @Test
    void appWithoutTrust_isRefused() {
        UsageException refused = refused("hello --from https://a.example");
        assertEquals("cannot verify releases of hello without the publisher's keys", refused.getMessage());
        assertTrue(refused.hint().contains("--trust sha256"), refused.hint());
        assertTrue(refused.hint().contains("anyone who controls the source"), refused.hint());
    }

    @Test
    void cco_usesSha256WithoutAnAnchor() throws CcoException {
        assertEquals("sha256", request("cco --from https://a.example").trust().id());
    }

    @Test
    void cco_usesTheAnchorOfItsBundle(@TempDir Path bundle) throws IOException {
        Files.writeString(Files.createDirectory(bundle.resolve("anchor")).resolve("root.json"), "no metadata");
        assertThrows(
                VerificationException.class,
                () -> TrustOptions.of(
                        AppName.CCO, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(bundle)));
    }

    @Test
    void keysAndTrustMode_mustMatch() {
        assertTrue(
                refused("hello --from /x --trust sha256 --root r").getMessage().contains("--root"));
        assertTrue(refused("hello --from /x --trust tuf").hint().contains("--root"));
        assertTrue(refused("hello --from /x --root /no/such/file").getMessage().contains("/no/such/file"));
    }

    @Test
    void unknownTrustMode_isRefused() {
        assertTrue(refused("cco --from /x --trust none").getMessage().contains("none"));
    }

    @Test
    void channelAndVersion_reachTheRequest() throws CcoException {
        InstallRequest request = request("cco --from /x --channel beta --version 1.0.0-beta.1");
        assertEquals(Optional.of(new Channel("beta")), request.channel());
        assertEquals(Optional.of(Version.of("1.0.0-beta.1")), request.version());
    }
}
