package cco.publisher.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseProjectTest {

    private static final String MINIMUM = """
            schema = 1
            app = "hello"
            address = "https://example.com/hello"
            """;

    private static final String COMPLETE = """
                schema = 1
                app = "hello"
                repository = "../rel"
                address = "github:owner/name"
                channel = "early"
                changelog = "CHANGELOG.md"
                notes = "https://example.com/hello/{version}"
                keys = "keys"
                executable = "bin/hello"
                smoke = []
                health = ["selftest", "--quick"]
                [about]
                description = "Greets people"
                homepage = "https://example.com"
                license = "MIT"
                maintainer = "Ada <ada@example.com>"
                [platforms]
                linux-x86_64 = "dist/hello-{version}-{platform}"
                [installer]
                cco = "https://example.com/cco"
                [upload]
                rsync = ["user@host:/srv/www/hello", "/srv/hello"]
                rclone = "store:bucket/hello"
                github = "owner/name"
                """;

    private static final Version STABLE = Version.of("1.2.0");

    @TempDir
    private Path folder;

    private ReleaseProject read(String text) throws IOException, UsageException {
        return ReleaseProject.read(Files.writeString(folder.resolve("release.toml"), text));
    }

    private UsageException refusal(String text) {
        return assertThrows(UsageException.class, () -> read(text));
    }

    @Test
    void minimum_hasDefaults() throws Exception {
        ReleaseProject project = read(MINIMUM);
        assertEquals(folder.resolve("releases"), project.repository());
        assertEquals(Programs.of("hello"), project.programs());
        assertEquals(List.of("--version"), project.smokeArguments());
        assertEquals(List.of(), project.destinations());
    }

    @Test
    void everyKey_isRead() throws Exception {
        ReleaseProject project = read(COMPLETE);
        assertEquals(folder.resolveSibling("rel"), project.repository());
        assertEquals(Optional.of("owner/name"), project.address().gitHub());
        assertEquals(List.of(), project.smokeArguments());
        assertEquals(Programs.of("bin/hello").checkedBy(List.of("selftest", "--quick")), project.programs());
        assertEquals(
                "https://example.com/hello/1.2.0", project.notes().orElseThrow().of(STABLE));
        assertEquals(
                folder.resolve("dist/hello-1.2.0-linux-x86_64"), project.build(STABLE, new Platform("linux-x86_64")));
        assertEquals(
                List.of(
                        "rsync:user@host:/srv/www/hello",
                        "rsync:/srv/hello",
                        "rclone:store:bucket/hello",
                        "github:owner/name"),
                project.destinations().stream().map(Destination::toString).toList());
        assertEquals(
                Optional.of("Ada <ada@example.com>"),
                project.details().orElseThrow().maintainer());
    }

    @Test
    void prerelease_leavesTheStableChannelAlone() throws Exception {
        ReleaseProject project = read(MINIMUM);
        assertEquals(Channel.STABLE, project.channel(STABLE));
        assertEquals(Channel.BETA, project.channel(Version.of("1.2.0-rc.1")));
        assertEquals(Channel.NIGHTLY, project.channel(Version.of("1.2.0-nightly.1")));
        Channel early = read(MINIMUM + "channel = \"early\"\n").channel(Version.of("1.2.0-rc.1"));
        assertEquals(new Channel("early"), early);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "adress = \"x\"           | release.toml:4: unknown key adress   | did you mean address?",
                "repository = 1           | release.toml:4: repository must be a path | correct the line",
                "notes = \"https://a.b/{v}\" | release.toml:4: notes must be a URL | correct the line",
                "notes = \"javascript:1\" | release.toml:4: notes must be a URL | correct the line",
                "[platforms]\\nlinux-amd64 = \"x\" | release.toml:5: unknown platform: linux-amd64 | linux-x86_64?",
                "[platforms]\\nlinux-x86_64 = \"{os}\" | release.toml:5: platforms.linux-x86_64 must be | correct",
                "[upload]\\nrsync = \"--delete\" | release.toml:5: upload.rsync must be a folder | correct the line",
                "[upload]\\nrclone = \":s3,key=x:b\" | release.toml:5: upload.rclone must be a configured | correct",
                "[upload]\\ngithub = \"owner\" | release.toml:5: upload.github must be a repository | correct the line",
                "[upload]\\nftp = \"x\" | release.toml:5: unknown key upload.ftp | see `cco help release.toml`",
                "app = | release.toml:4: not TOML | correct the line",
            })
    void mistake_isNamedWithItsLine(String line, String message, String hint) {
        UsageException refusal = refusal(MINIMUM + line.replace("\\n", "\n") + "\n");
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
        assertTrue(refusal.hint().contains(hint), refusal.hint());
    }

    @Test
    void addressWithALogin_isRefused() {
        String message =
                refusal(MINIMUM.replace("https://", "https://user:secret@")).getMessage();
        assertTrue(message.contains("release.toml:3: address must be an address such as"), message);
    }

    @Test
    void laterSchema_isRefused() {
        assertEquals(
                "this cco knows schema 1",
                refusal(MINIMUM.replace("schema = 1", "schema = 2")).hint());
        assertEquals(
                "add `schema = 1`", refusal(MINIMUM.replace("schema = 1", "")).hint());
    }

    @Test
    void missingFile_isNamed() {
        Path file = folder.resolve("release.toml");
        UsageException refusal = assertThrows(UsageException.class, () -> ReleaseProject.read(file));
        assertEquals("cannot read " + file + ": no such file", refusal.getMessage());
    }
}
