package cco.source.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubSourceTest {

    /** The one address that is asked for a path. */
    private static String asked(Table table, String path) throws BadSettingException {
        FakeGitHub github = new FakeGitHub();
        assertThrows(NoSuchFileException.class, () -> table.read(github, path));
        assertEquals(1, github.requests().size(), github.asked().toString());
        return github.asked().getFirst();
    }

    @Test
    void source_isFoundAsAService() {
        getClass().getModule().addUses(ChannelSource.class);
        ChannelSource source =
                ServiceLoader.load(ChannelSource.class).findFirst().get();
        assertInstanceOf(GitHubSource.class, source);
        assertEquals("github", source.id());
    }

    @ParameterizedTest
    @CsvSource({
        "v1.2.0/hello.tar.gz, https://github.com/octo/hello/releases/download/v1.2.0/hello.tar.gz",
        "v1.2.0/hello.tar.gz.asc, https://github.com/octo/hello/releases/download/v1.2.0/hello.tar.gz.asc",
        "v1.2.0/0a1b.hello.json, https://github.com/octo/hello/releases/download/v1.2.0/0a1b.hello.json",
        "v1.0.0+7/a b, https://github.com/octo/hello/releases/download/v1.0.0%2B7/a%20b",
        "version-manifest.json, https://raw.githubusercontent.com/octo/hello/releases/version-manifest.json",
        "0a1b.version-manifest.json, https://raw.githubusercontent.com/octo/hello/releases/0a1b.version-manifest.json",
        "metadata/1.root.json, https://raw.githubusercontent.com/octo/hello/releases/metadata/1.root.json",
        "checksums/v1.2.0.sha256, https://raw.githubusercontent.com/octo/hello/releases/checksums/v1.2.0.sha256",
        "v1.2.0/deep/file, https://raw.githubusercontent.com/octo/hello/releases/v1.2.0/deep/file"
    })
    void paths_leadToReleasesAndToTheBranch(String path, String address) throws Exception {
        assertEquals(address, asked(Table.of(), path));
    }

    @ParameterizedTest
    @CsvSource({
        "branch:main, https://raw.githubusercontent.com/octo/hello/main/metadata/x.json",
        "branch:a/b#1:docs/cco, https://raw.githubusercontent.com/octo/hello/a/b%231/docs/cco/metadata/x.json",
        "pages, https://octo.github.io/hello/metadata/x.json",
        "release, https://github.com/octo/hello/releases/latest/download/x.json",
        "https://get.example.com/hello/, https://get.example.com/hello/metadata/x.json"
    })
    void manifest_isReadFromTheConfiguredPlace(String place, String address) throws Exception {
        assertEquals(address, asked(Table.of("manifest", place), "metadata/x.json"));
    }

    @Test
    void pagesRepository_isTheWholeHost() throws Exception {
        Table table = Table.of("manifest", "pages", "repository", "Octo/octo.github.io");
        assertEquals("https://octo.github.io/a.json", asked(table, "a.json"));
    }

    @Test
    void base_selectsAnotherGitHub() throws Exception {
        Table table = Table.of("base", "https://ghe.example.com/");
        assertEquals("https://ghe.example.com/octo/hello", table.origin().name());
        assertEquals("https://ghe.example.com/octo/hello/raw/releases/a.json", asked(table, "a.json"));
        assertEquals("https://ghe.example.com/octo/hello/releases/download/v1/a", asked(table, "v1/a"));
    }

    @Test
    void tag_followsThePattern() throws Exception {
        assertEquals(
                "https://github.com/octo/hello/releases/download/hello%2F1.2.0-x/a",
                asked(Table.of("tag", "hello/{version}-x"), "v1.2.0/a"));
    }

    @ParameterizedTest
    @CsvSource({
        "repository, hello",
        "repository, a/b/c",
        "repository, octo/..",
        "repository, -a/b",
        "repository, a/b?c",
        "manifest, master",
        "manifest, branch:",
        "manifest, branch:a/../b",
        "manifest, branch:a:../b",
        "manifest, branch:a b",
        "manifest, http://a.example",
        "manifest, https://a.example/?x",
        "base, http://ghe.example.com",
        "base, ghe.example.com",
        "base, https://ghe.example.com/path",
        "tag, v",
        "tag, {version}/{version}",
        "tag, v{version}?",
        "token, two words"
    })
    void unusableSetting_isRefused(String key, String value) {
        assertEquals(
                key,
                assertThrows(
                                BadSettingException.class,
                                () -> Table.of(key, value).origin())
                        .key());
    }

    @Test
    void repository_isRequired() {
        Table nothing = new Table(java.util.Map.of(), java.util.Map.of());
        assertEquals(
                "repository",
                assertThrows(BadSettingException.class, nothing::origin).key());
    }

    @Test
    void pages_ofAnEnterpriseServer_needTheirAddress() {
        Table table = Table.of("base", "https://ghe.example.com", "manifest", "pages");
        assertEquals(
                "manifest",
                assertThrows(BadSettingException.class, table::origin).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://octo.ghe.com"})
    void variables_belongToTheSite(String base) throws BadSettingException {
        Site site = Site.of(Optional.of(base).filter(text -> !text.isEmpty()));
        assertEquals("GH_TOKEN", found(site, "GH_TOKEN", "a", "GITHUB_TOKEN", "b", "GH_ENTERPRISE_TOKEN", "c"));
        assertEquals("GITHUB_TOKEN", found(site, "GITHUB_TOKEN", "b"));
        assertEquals("nothing", found(site, "GH_ENTERPRISE_TOKEN", "c", "GITHUB_ENTERPRISE_TOKEN", "d"));
        assertEquals("the configuration", found(site, "token", "e", "GH_TOKEN", "a"));
    }

    @Test
    void tokenForGitHub_isNotForAnEnterpriseServer() throws BadSettingException {
        Site site = Site.of(Optional.of("https://ghe.example.com"));
        assertEquals("nothing", found(site, "GH_TOKEN", "a", "GITHUB_TOKEN", "b"));
        assertEquals("GITHUB_ENTERPRISE_TOKEN", found(site, "GITHUB_ENTERPRISE_TOKEN", "d"));
    }

    private static String found(Site site, String... pairs) throws BadSettingException {
        return Token.of(Table.of(pairs), site).map(Token::place).orElse("nothing");
    }

    @Test
    void token_isInNoError() throws BadSettingException {
        BadSettingException refusal = assertThrows(
                BadSettingException.class,
                () -> Table.of("GH_TOKEN", "hunter 2").origin());
        assertFalse(refusal.getMessage().contains("hunter"), refusal.getMessage());
        assertFalse(Table.of("GH_TOKEN", "hunter2").origin().toString().contains("hunter"));
    }

    @Test
    void withoutAToken_theApiIsNotUsed() throws Exception {
        for (String place : List.of("branch:main", "release", "pages")) {
            for (String path : List.of("v1.0.0/a", "version-manifest.json", "metadata/timestamp.json")) {
                FakeGitHub github = new FakeGitHub();
                assertThrows(
                        IOException.class, () -> Table.of("manifest", place).read(github, path));
                assertFalse(
                        github.asked().getFirst().contains("api"),
                        github.asked().toString());
                assertTrue(github.requests().getFirst().headers().isEmpty());
            }
        }
    }
}
