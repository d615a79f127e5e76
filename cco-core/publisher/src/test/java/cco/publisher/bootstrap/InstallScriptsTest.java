package cco.publisher.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Sha256;
import cco.publisher.keys.KeyOpener;
import cco.publisher.keys.KeyUri;
import cco.publisher.keys.Signer;
import cco.publisher.signing.ExpiryPolicy;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.TufRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallScriptsTest {

    private static final AppName HELLO = new AppName("hello");
    private static final Sha256 DIGEST = new Sha256("ab".repeat(32));
    private static final List<CcoBundle> BUNDLES = List.of(
            new CcoBundle(
                    new Platform("linux-x86_64"),
                    new CcoBundle.BundleFile("cco/cco.tar.gz", DIGEST, 42),
                    Optional.of(new CcoBundle.BundleFile("cco/cco.tar.xz", DIGEST, 30))),
            new CcoBundle(
                    new Platform("windows-x86_64"),
                    new CcoBundle.BundleFile("cco/cco.zip", DIGEST, 43),
                    Optional.empty()));

    @TempDir
    Path folder;

    private InstallScripts scripts(String address) throws Exception {
        return new InstallScripts(folder.resolve("repository"), HELLO, PublicAddress.of(address), BUNDLES);
    }

    private void sign(String app) throws Exception {
        KeyOpener opener = new KeyOpener(name -> Optional.empty(), null);
        Map<KeyRole, Signer> keys = new EnumMap<>(KeyRole.class);
        for (KeyRole role : KeyRole.values()) {
            keys.put(role, opener.createPlain(new KeyUri.InFile(folder.resolve(role + ".pem"))));
        }
        new TufRepository(folder.resolve("repository"), InstantSource.system())
                .init(new AppName(app), keys::get, ExpiryPolicy.DEFAULT);
    }

    private String written(String name) throws Exception {
        return Files.readString(folder.resolve("repository").resolve(name));
    }

    @Test
    void scripts_carryDigestAndRoot() throws Exception {
        sign("hello");
        assertEquals(6, scripts("https://example.com/hello/").write().size());
        String shell = written("install.sh");
        assertTrue(shell.contains("url=https://example.com/hello/cco/cco.tar.gz\n"), shell);
        assertTrue(shell.contains("sha256=" + DIGEST + "\n            size=42\n"), shell);
        assertTrue(
                shell.contains("if has xz; then\n                url=https://example.com/hello/cco/cco.tar.xz\n"),
                shell);
        assertTrue(shell.contains(written("metadata/1.root.json")), shell);
        assertTrue(shell.contains("--from 'https://example.com/hello'"), shell);
        String powerShell = written("install.ps1");
        assertTrue(powerShell.contains("Url = 'https://example.com/hello/cco/cco.zip'; Sha256 = '" + DIGEST));
        assertEquals(List.of(), scripts("https://example.com/hello").write(), "nothing has changed");
    }

    @Test
    void archivesOfOldScripts_areDeletedExceptThePrevious() throws Exception {
        sign("hello");
        Path cco = Files.createDirectories(folder.resolve("repository/cco"));
        for (String version : List.of("0.1.0", "0.9.0", "0.10.0")) {
            Files.createFile(cco.resolve("cco-v" + version + "-linux-x86_64.tar.gz"));
        }
        scripts("https://example.com/hello").write();
        assertFalse(Files.exists(cco.resolve("cco-v0.1.0-linux-x86_64.tar.gz")));
        assertTrue(Files.exists(cco.resolve("cco-v0.9.0-linux-x86_64.tar.gz")));
        assertTrue(Files.exists(cco.resolve("cco-v0.10.0-linux-x86_64.tar.gz")));
    }

    /** Windows PowerShell reads a script without a mark in the encoding of the system. */
    @Test
    void everyPlaceIsFilled_andTextIsAscii() throws Exception {
        sign("hello");
        for (Path file : scripts("https://example.com/hello").write()) {
            String text = Files.readString(file);
            assertFalse(text.matches("(?s).*@[A-Z]+@.*|.*(^|\n)@include.*"), file.toString());
            assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text), file.toString());
        }
    }

    @Test
    void unsignedRepository_getsNoScripts() throws Exception {
        UsageException refused = assertThrows(
                UsageException.class, () -> scripts("https://example.com/hello").write());
        assertTrue(refused.getMessage().contains("not signed"), refused.getMessage());
        sign("world");
        assertTrue(assertThrows(
                        UsageException.class,
                        () -> scripts("https://example.com").write())
                .getMessage()
                .contains("is the repository of world, not of hello"));
    }

    @ParameterizedTest
    @CsvSource({
        "github:octo/hello, v1.0.0/a.zip, https://github.com/octo/hello/releases/download/v1.0.0/a.zip",
        "https://github.com/octo/hello.git, cco/a.zip, https://raw.githubusercontent.com/octo/hello/releases/cco/a.zip",
        "https://example.com/x/, v1.0.0/a.zip, https://example.com/x/v1.0.0/a.zip",
        "http://127.0.0.1:8099, install.sh, http://127.0.0.1:8099/install.sh",
        "https://example.com/x, https://other.example/a.zip, https://other.example/a.zip"
    })
    void location_becomesAddressOfFile(String address, String location, String url) throws Exception {
        assertEquals(url, PublicAddress.of(address).url(location));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com", "/srv/hello", "github:octo", "https://a.example/'x'", "https://a b", ""})
    void otherAddress_isRefused(String address) {
        assertThrows(UsageException.class, () -> PublicAddress.of(address));
    }

    @Test
    void oneLine_allowsOnlyHttps() throws Exception {
        assertEquals(
                "curl --proto '=https' --tlsv1.2 -fsSL https://example.com/hello/install.sh | sh",
                PublicAddress.of("https://example.com/hello").shellCommand());
    }
}
