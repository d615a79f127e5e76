package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for people in a repository, and the packages for other package managers. */
class SiteAndPackagesIT {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)\"");

    @TempDir
    Path folder;

    private Machine publisher;
    private Publisher builds;

    @BeforeEach
    void releases() throws IOException {
        publisher = new Machine(folder.resolve("publisher"));
        builds = new Publisher(folder.resolve("builds"), "hello")
                .release("1.0.0")
                .release("1.1.0");
    }

    private Run describe(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("release"));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--repository", builds.repository().toString()));
        command.addAll(List.of("--address", "https://releases.example.com/hello", "--license", "MIT"));
        command.addAll(List.of("--description", "says hello", "--maintainer", "Jane Doe <jane@example.com>"));
        return publisher.cco(command.toArray(String[]::new));
    }

    private Path packages(String format) throws IOException {
        Path output = folder.resolve("packages");
        describe("packages", "1.1.0", "--format", format, "--output", output.toString())
                .exits(0);
        return output.resolve(format);
    }

    @Test
    void page_linksOnlyToFilesOfTheRepository() throws IOException {
        describe("site").exits(0).prints("index.html");
        Path page = builds.repository().resolve("index.html");
        String html = Files.readString(page);
        for (String link :
                LINK.matcher(html).results().map(match -> match.group(1)).toList()) {
            assertTrue(Files.exists(builds.repository().resolve(link)), link);
        }
        assertTrue(html.contains("v1.1.0/hello-v1.1.0-" + Publisher.platform() + ".tar.gz"), html);
        describe("site").exits(0);
        assertEquals(html, Files.readString(page));
    }

    @Test
    void debianPackage_leavesUpdatesToApt() throws IOException {
        publisher.requires("dpkg-deb");
        Path root = folder.resolve("root");
        try (var files = Files.list(packages("deb"))) {
            publisher
                    .run(List.of(
                            "dpkg-deb",
                            "--extract",
                            files.findFirst().orElseThrow().toString(),
                            root.toString()))
                    .exits(0);
        }
        Path bin = root.resolve("usr/bin");
        publisher.run(List.of(bin.resolve("hello").toString())).exits(0).prints("hello from 1.1.0");
        publisher.with("PATH", bin + ":" + System.getenv("PATH"));
        publisher
                .cco("update", "hello")
                .exits(7)
                .complains("hello was installed by apt, not by cco")
                .complains("sudo apt install --only-upgrade hello");
        publisher
                .cco("install", "hello", "--from", builds.repository().toString(), "--trust", "sha256")
                .exits(0);
        publisher.cco("update", "hello").exits(0);
    }

    @Test
    void packagedCco_namesTheOwnersCommand() throws IOException {
        Path bundle = folder.resolve("cco bundle");
        publisher
                .run(List.of("cp", "-a", Machine.BUNDLE.toString(), bundle.toString()))
                .exits(0);
        Files.writeString(bundle.resolve("managed-by.json"), """
                { "schema": 1, "app": "cco", "manager": "Homebrew",
                  "update": "brew upgrade cco", "uninstall": "brew uninstall cco" }
                """);
        Machine user = new Machine(folder.resolve("user"), bundle.resolve("cco"));
        user.cco("update")
                .exits(7)
                .complains("this cco was installed by Homebrew")
                .complains("`brew upgrade cco`");
        user.cco("uninstall", "cco").exits(7).complains("`brew uninstall cco`");
    }

    @Test
    void formula_isRuby() throws IOException {
        publisher.requires("ruby");
        Path formula = packages("homebrew").resolve("hello.rb");
        publisher.run(List.of("ruby", "-c", formula.toString())).exits(0);
    }

    @Test
    void unknownFormat_isNamed() throws IOException {
        describe("packages", "1.1.0", "--format", "homebrw").exits(2).complains("did you mean homebrew?");
    }
}
