package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher who publishes with one command, to a place that users read meanwhile. */
class PublishIT {

    /** What an upload runs rsync for: to read, to list, and for each of the five steps. */
    private static final int FIRST_STEP = 3;

    private static final int TIMESTAMP_STEP = FIRST_STEP + 3;
    private static final int LAST_STEP = FIRST_STEP + 4;

    @TempDir
    Path folder;

    private Machine publisher;
    private Machine user;
    private Path project;

    @BeforeEach
    void publishFirstVersion() throws IOException {
        new Machine(folder.resolve("any")).requires("rsync");
        Prepared.copy("published project", folder, original -> {
            machinesIn(original);
            SigningKeys.write(publisher, "hello");
            Path project = Files.createDirectories(original.resolve("project"));
            new Publisher(project, "hello").build("1.0.0");
            new Publisher(project, "hello").build("1.1.0");
            Files.writeString(project.resolve("CHANGELOG.md"), "## 1.1.0\n\n- faster\n\n## 1.0.0\n\n- first\n");
            Files.writeString(project.resolve("release.toml"), """
                    schema = 1
                    app = "hello"
                    address = "https://example.com/hello"
                    changelog = "CHANGELOG.md"
                    [platforms]
                    %s = "build-{version}"
                    darwin-arm64 = "build-{version}"
                    darwin-x86_64 = "build-{version}"
                    [upload]
                    rsync = "www"
                    """.formatted(Publisher.platform()));
            String releases = project.resolve("releases").toString();
            publisher
                    .cco("release", "init", "--app", "hello", "--repository", releases)
                    .exits(0);
            publish("1.0.0").exits(0).prints("installs and starts").prints("uploaded hello to rsync:www");
            Files.copy(project.resolve("releases/metadata/1.root.json"), original.resolve("root.json"));
            user.cco("install", "hello", "--from", project + "/www", "--root", original + "/root.json")
                    .exits(0);
        });
        machinesIn(folder);
    }

    private void machinesIn(Path folder) throws IOException {
        publisher = new Machine(folder.resolve("publisher"));
        user = new Machine(folder.resolve("user"));
        project = folder.resolve("project");
    }

    private Run publish(String version, String... options) throws IOException {
        return release("publish", List.of(version), options);
    }

    private Run release(String command, List<String> operands, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("release", command));
        words.addAll(operands);
        words.addAll(List.of("--project", project + "/release.toml"));
        words.addAll(List.of(options));
        return publisher.cco(words.toArray(String[]::new));
    }

    /** Kills cco after its rsync with this number has ended, without a chance to clean up. */
    private void killAfter(int run) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path count = tools.resolve("count");
        Files.writeString(count, "0");
        Path wrapper = tools.resolve("rsync");
        Files.writeString(wrapper, """
                #!/bin/sh
                n=$(($(cat "%1$s") + 1))
                echo $n > "%1$s"
                PATH=${PATH#*:} rsync "$@"
                code=$?
                [ $n = %2$d ] && kill -9 $PPID
                exit $code
                """.formatted(count, run));
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        publisher.with("PATH", tools + ":" + System.getenv("PATH"));
    }

    @Test
    void uploadKilledAfterAnyStep_neverShowsHalfARelease() throws IOException {
        publish("1.1.0", "--no-upload").exits(0);
        for (int step = FIRST_STEP; step <= LAST_STEP; step++) {
            killAfter(step);
            assertTrue(release("upload", List.of()).exit() > 128, "cco was not killed");
            user.cco("update", "hello", "--check").exits(step < TIMESTAMP_STEP ? 0 : 100);
        }
        publisher.with("PATH", System.getenv("PATH"));
        publish("1.1.0").exits(0).prints("already published").prints("uploaded hello");
        user.cco("update", "hello", "--yes").exits(0);
        user.installed("hello").prints("hello from 1.1.0");
        release("status", List.of())
                .exits(0)
                .prints("stable     points at 1.1.0")
                .prints("rsync:www is current");
        assertEquals(2, release("list", List.of(), "--json").exits(0).events().size());
        assertEquals("- faster\n", Files.readString(project.resolve("www/v1.1.0/notes.md")));
    }

    @Test
    void rollout_isRaisedByTheSameCommand() throws IOException {
        publish("1.1.0", "--rollout", "0")
                .exits(0)
                .prints("stable points at 1.1.0, offered to 0 % of installations")
                .prints("uploaded hello");
        user.cco("update", "hello", "--check").exits(0).prints("so far to 0 %");
        publish("1.1.0", "--rollout", "100").exits(0).prints("signed hello").prints("uploaded hello");
        user.cco("update", "hello", "--check").exits(100);
        publish("1.0.0", "--rollout", "50").exits(2).complains("stable points at 1.1.0, not at 1.0.0");
        publish("1.1.0", "--rollout", "101").exits(2);
    }

    @Test
    void placeWithANewerState_isNotReplaced() throws IOException {
        Path releases = project.resolve("releases");
        Path older = project.resolve("older");
        publisher
                .run(List.of("cp", "-a", releases.toString(), older.toString()))
                .exits(0);
        publish("1.1.0").exits(0);
        publisher
                .cco("release", "upload", "--repository", older.toString(), "--to", "rsync:" + project + "/www")
                .exits(2)
                .complains("which is not from this repository");
        Files.move(releases, project.resolve("newer"));
        Files.move(older, releases);
        publish("1.1.0").exits(2).complains("which is not from this repository");
        assertFalse(Files.exists(releases.resolve("v1.1.0")));
        user.cco("update", "hello", "--check").exits(100);
        release("upload", List.of(), "--force").exits(0).prints("uploaded hello");
        release("status", List.of()).exits(0).prints("rsync:www is current");
    }

    @Test
    void dryRun_changesNothing() throws IOException {
        String before = Digests.ofTree(project);
        List<String> events = publish("1.1.0", "--dry-run", "--json").exits(0).events().stream()
                .map(event -> event.get("event").getAsString())
                .distinct()
                .toList();
        assertEquals(List.of("planned-release", "planned-channel", "planned-upload"), events);
        assertEquals(before, Digests.ofTree(project));
    }

    @Test
    void missingBuild_publishesNothing() throws IOException {
        Path toml = project.resolve("release.toml");
        Files.writeString(
                toml, Files.readString(toml).replace("[upload]", "windows-x86_64 = \"win-{version}\"\n[upload]"));
        publish("1.1.0").exits(2).complains("there is no build of 1.1.0 for windows-x86_64");
        assertFalse(Files.exists(project.resolve("releases/v1.1.0")));
    }

    @Test
    void webDavServer_isFilledByRclone() throws IOException {
        publisher.requires("rclone");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Path served = Files.createDirectories(folder.resolve("served"));
        String address = "http://127.0.0.1:" + port;
        publisher.with("RCLONE_CONFIG_PLACE_TYPE", "webdav").with("RCLONE_CONFIG_PLACE_URL", address);
        Machine.Started server =
                publisher.start(List.of("rclone", "serve", "webdav", "--addr", "127.0.0.1:" + port, served.toString()));
        try {
            Machine.waitFor(
                    () -> publisher.run(List.of("rclone", "lsf", "place:")).exit() == 0);
            String[] upload = {"release", "upload", "--repository", project + "/releases", "--to", "rclone:place:hello"
            };
            publisher.cco(upload).exits(0).prints("uploaded hello to rclone:place:hello");
            Machine other = new Machine(folder.resolve("other"));
            other.cco("install", "hello", "--from", address + "/hello", "--root", folder + "/root.json")
                    .exits(0);
        } finally {
            server.process().destroy();
        }
    }
}
