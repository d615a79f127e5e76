package cco.publisher.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Version;
import cco.publisher.pack.Build;
import cco.publisher.pack.PackRequest;
import cco.publisher.pack.Packer;
import cco.publisher.repository.AddRequest;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.PublishedReleases;
import cco.publisher.repository.ReleaseInfo;
import cco.publisher.repository.ReleaseRepository;
import cco.publisher.repository.WebAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {

    private static final AppName HELLO = new AppName("hello");
    private static final Version VERSION = Version.of("1.4.0");
    private static final String HOSTILE = "it's \"#{`id`}\" $(id) <b> %{nil} \\ \u202e";

    @TempDir
    private Path root;

    private Path repository() {
        return root.resolve("repository");
    }

    private Packages published(String... platforms) throws CcoException, IOException {
        for (String platform : platforms) {
            publish(platform, platform.startsWith("windows") ? "hello.exe" : "hello");
        }
        return new Packages(repository());
    }

    private void publish(String platform, String program) throws CcoException, IOException {
        Path folder = Files.createDirectories(root.resolve("build-" + platform));
        Files.writeString(folder.resolve(program), platform);
        Files.setPosixFilePermissions(folder.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path man = Files.createDirectories(folder.resolve("share/man/man1"));
        Files.writeString(man.resolve("hello.1"), ".TH HELLO 1\n");
        Platform built = new Platform(platform);
        Path archive = new Packer().pack(PackRequest.of(HELLO, VERSION, built, folder), root.resolve("packed"));
        Build build = new Build(built, archive, Programs.of("hello"), List.of("--version"));
        ReleaseInfo info = ReleaseInfo.plain(Instant.parse("2026-03-15T10:00:00Z"));
        new ReleaseRepository(repository()).add(AddRequest.usual(HELLO, VERSION, build, info));
    }

    private static AppDetails details(String text) {
        return new AppDetails(
                HELLO,
                new WebAddress("https://releases.example.com/hello"),
                text,
                Optional.empty(),
                Optional.of("MIT"),
                Optional.of("Jane O'Doe <jane@example.com>"));
    }

    private TreeMap<String, byte[]> make(Packages packages, String text, PackageFormat... formats)
            throws CcoException, IOException {
        Path output = Files.createTempDirectory(root, "output");
        EnumSet<PackageFormat> wanted = EnumSet.noneOf(PackageFormat.class);
        wanted.addAll(List.of(formats));
        packages.make(details(text), VERSION, wanted, output);
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(output)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(output.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private String text(Packages packages, String description, PackageFormat format, String path)
            throws CcoException, IOException {
        byte[] bytes = make(packages, description, format).get(format.word() + "/" + path);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void samePackage_hasTheSameBytes() throws CcoException, IOException {
        Packages packages = published("linux-x86_64", "windows-x86_64");
        PackageFormat[] formats =
                EnumSet.complementOf(EnumSet.of(PackageFormat.RPM)).toArray(PackageFormat[]::new);
        TreeMap<String, byte[]> first = make(packages, "says hello", formats);
        TreeMap<String, byte[]> second = make(packages, "says hello", formats);
        assertEquals(first.keySet(), second.keySet());
        first.forEach((path, bytes) -> assertArrayEquals(bytes, second.get(path), path));
        assertTrue(
                first.containsKey("deb/hello_1.4.0_amd64.deb"), first.keySet().toString());
        assertTrue(
                first.containsKey("winget/JaneODoe.hello.installer.yaml"),
                first.keySet().toString());
    }

    @Test
    void formula_hasOneBlockForEachBuild() throws CcoException, IOException {
        String formula = text(published("linux-x86_64", "darwin-arm64"), HOSTILE, PackageFormat.HOMEBREW, "hello.rb");
        assertTrue(formula.startsWith("# Made by `cco release packages`.\nclass Hello < Formula\n"), formula);
        assertEquals(2, formula.split("sha256 \"").length - 1, formula);
        assertTrue(formula.contains("desc \"it's \\\"\\#{`id`}\\\" $(id) <b> %{nil} \\\\\""), formula);
    }

    @Test
    void scoopManifest_writesTheMarker() throws CcoException, IOException {
        byte[] bytes =
                make(published("windows-x86_64"), HOSTILE, PackageFormat.SCOOP).get("scoop/hello.json");
        JsonObject json = json(bytes);
        String command = json.asMap().get("post_install").toString();
        JsonObject marker = json(command.replaceAll(".*'(.*)'.*", "$1").getBytes(StandardCharsets.UTF_8));
        assertEquals("scoop update hello", member(marker, "update"));
    }

    @Test
    void winGet_startsOnlyExecutables() throws CcoException, IOException {
        publish("windows-x86_64", "hello.cmd");
        assertTrue(make(new Packages(repository()), "says hello", PackageFormat.WINGET)
                .isEmpty());
        assertFalse(make(new Packages(repository()), "says hello", PackageFormat.SCOOP)
                .isEmpty());
    }

    @Test
    void powerShell_readsHostileTextAsText() {
        assertEquals("'it''s “x” ''y'''", Quoted.powerShell("it's “x” \u2018y\u2019"));
    }

    @Test
    void debianPackage_hasThreeMembers() throws CcoException, IOException {
        String deb = new String(
                make(published("linux-x86_64"), HOSTILE, PackageFormat.DEB).get("deb/hello_1.4.0_amd64.deb"),
                StandardCharsets.ISO_8859_1);
        assertTrue(deb.startsWith("!<arch>\ndebian-binary   1773568800  0     0     100644  4         `\n2.0\n"), deb);
        assertTrue(deb.contains("\ncontrol.tar.gz ") || deb.contains("\u0000control.tar.gz "), "no control file");
        assertTrue(deb.contains("data.tar.gz "), "no data");
    }

    @Test
    void debianVersions_areInTheOrderOfTheReleases() {
        assertEquals("1.3.0~beta.1", DebianPackage.version(Version.of("1.3.0-beta.1")));
        assertEquals("1.3.0~rc.1+build.5", DebianPackage.version(Version.of("1.3.0-rc-1+build-5")));
        assertEquals("1.3.0", DebianPackage.version(Version.of("1.3.0")));
    }

    @Test
    void missingDetail_isNamed() throws CcoException, IOException {
        Packages packages = published("linux-x86_64");
        UsageException error = assertThrows(UsageException.class, () -> make(packages, "", PackageFormat.DEB));
        assertEquals("packages need a description of the app", error.getMessage());
    }

    @Test
    void withdrawnVersion_isRefused() throws CcoException, IOException {
        Packages packages = published("linux-x86_64");
        new PublishedReleases(repository()).withdraw(VERSION, "loses files");
        UsageException error =
                assertThrows(UsageException.class, () -> make(packages, "says hello", PackageFormat.DEB));
        assertEquals("1.4.0 is withdrawn: loses files", error.getMessage());
    }

    private static JsonObject json(byte[] bytes) {
        try {
            return Json.parse(bytes);
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    private static String member(JsonObject json, String name) {
        return json.asMap().get(name).toString();
    }
}
