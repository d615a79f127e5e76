package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.metadata.BundleAnchor;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.update.InstallRequest;
import cco.publisher.keys.KeyOpener;
import cco.publisher.keys.KeyUri;
import cco.publisher.keys.Signer;
import cco.publisher.signing.ExpiryPolicy;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.TufRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
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

    @Test
    void ownName_reachesTheRequest() throws CcoException {
        String rest = "hello --trust sha256 --from releases";
        assertEquals(Optional.empty(), request(rest).command());
        assertEquals(Optional.of("Hi+1"), request(rest + " --as Hi+1").command());
        assertTrue(refused(rest + " --as ../hi").getMessage().contains("--as"));
    }

    @Test
    void tag_isASettingOfGitHub() throws CcoException {
        String tagged = "hello --trust sha256 --tag hello-{version} --from ";
        assertEquals(
                "{repository=octo/hello, tag=hello-{version}}",
                request(tagged + "github:octo/hello").settings().toString());
        assertTrue(refused(tagged + "releases").getMessage().contains("--tag is for releases on GitHub"));
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

    /** Nothing weaker than keys is a default, so a bundle that was built without keys cannot install itself. */
    @Test
    void ccoWithoutAnchorInItsBundle_isRefusedWithoutTrust() throws CcoException {
        UsageException refused = refused("cco --from https://a.example");
        assertEquals("this copy of cco was built without the keys of its own releases", refused.getMessage());
        assertTrue(refused.hint().contains("--trust sha256"), refused.hint());
        assertEquals(
                "sha256",
                request("cco --from https://a.example --trust sha256").trust().id());
    }

    @Test
    void ccoWithDamagedAnchorInItsBundle_isRefused(@TempDir Path bundle) throws IOException {
        Files.writeString(Files.createDirectory(bundle.resolve("anchor")).resolve("root.json"), "no metadata");
        assertThrows(
                UsageException.class,
                () -> TrustOptions.of(
                        AppName.CCO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BundleAnchor(bundle))));
    }

    private static InstallRequest ccoRequest(Path bundle, String address, String... options) throws Exception {
        Files.writeString(Files.createDirectories(bundle.resolve("anchor")).resolve("address"), address);
        List<String> words = new ArrayList<>(List.of("install", "cco", "--trust", "sha256"));
        words.addAll(List.of(options));
        return ((InstallCommand) CommandLine.parse(words).command()).request(Optional.of(new BundleAnchor(bundle)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/cco, {urls=[https://example.com/cco]}",
        "github:octo/cco, {repository=octo/cco}",
        "/srv/cco, {path=/srv/cco}"
    })
    void ccoWithoutPlace_comesFromItsBundlesAddress(String address, String settings, @TempDir Path bundle)
            throws Exception {
        assertEquals(settings, ccoRequest(bundle, address + "\n").settings().toString());
    }

    @Test
    void placeOnCommandLine_overridesBundlesAddress(@TempDir Path bundle) throws Exception {
        InstallRequest request = ccoRequest(bundle, "https://example.com/cco", "--from", "/srv/mine");
        assertEquals(Map.of("path", "/srv/mine"), request.settings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "https://a.example\nhttps://b.example\n", "github:octo"})
    void damagedAddressInBundle_isRefused(String address, @TempDir Path bundle) {
        assertThrows(UsageException.class, () -> ccoRequest(bundle, address));
    }

    @Test
    void ccoWithoutPlaceAndAddress_isToldWhatToType() {
        UsageException refused = refused("cco --trust sha256");
        assertEquals("this copy of cco was built without the address of its own releases", refused.getMessage());
        assertTrue(refused.hint().contains("`cco install cco --from PLACE`"), refused.hint());
    }

    @Test
    void missingRootFile_isReportedAsMissing() {
        UsageException refused = refused("hello --from /x --root /no/such/file");
        assertEquals("cannot read the keys in /no/such/file: the file does not exist", refused.getMessage());
        assertEquals("check the path of the file", refused.hint());
    }

    @Test
    void otherFileAsRoot_isReportedAsSuch(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("some.json"), "{\"signed\": 1}");
        UsageException refused = refused("hello --from /x --root " + file);
        assertTrue(refused.getMessage().contains("is not valid metadata"), refused.getMessage());
        assertTrue(refused.hint().contains("root.json"), refused.hint());
    }

    @Test
    void rootOfAnotherApp_isReportedAsSuch(@TempDir Path folder) throws Exception {
        KeyOpener opener = new KeyOpener(name -> Optional.empty(), null);
        Map<KeyRole, Signer> keys = new EnumMap<>(KeyRole.class);
        for (KeyRole role : KeyRole.values()) {
            keys.put(role, opener.createPlain(new KeyUri.InFile(folder.resolve(role + ".pem"))));
        }
        TufRepository repository = new TufRepository(folder.resolve("repository"), InstantSource.system());
        repository.init(new AppName("world"), keys::get, ExpiryPolicy.DEFAULT);
        Path root = folder.resolve("repository/metadata/1.root.json");

        UsageException refused = refused("hello --from /x --root " + root);

        assertEquals(root + " is the root of world, not of hello", refused.getMessage());
        assertEquals("tuf", request("world --from /x --root " + root).trust().id());
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
        InstallRequest request = request("cco --trust sha256 --from /x --channel beta --version 1.0.0-beta.1");
        assertEquals(Optional.of(new Channel("beta")), request.channel());
        assertEquals(Optional.of(Version.of("1.0.0-beta.1")), request.version());
    }
}
