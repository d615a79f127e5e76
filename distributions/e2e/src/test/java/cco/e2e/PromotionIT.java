package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promotion, withdrawal, rollout and deprecation of releases, in trust modes sha256 and tuf. */
class PromotionIT {

    private static final int KILLED = 128 + 9;

    @TempDir
    Path folder;

    private Machine publisher;
    private Machine user;
    private Publisher builds;
    private boolean signed;

    @BeforeEach
    void newMachines() throws IOException {
        machinesIn(folder);
    }

    private void machinesIn(Path folder) throws IOException {
        publisher = new Machine(folder.resolve("publisher"));
        user = new Machine(folder.resolve("user"));
        builds = new Publisher(folder.resolve("builds"), "hello");
    }

    /** Installs 1.0.0 for the user and releases 1.1.0 on the channel beta. */
    private void twoVersions(String trust) throws IOException {
        signed = trust.equals("tuf");
        Prepared.copy("two versions " + trust, folder, original -> {
            machinesIn(original);
            makeTwoVersions(trust);
        });
        machinesIn(folder);
    }

    private void makeTwoVersions(String trust) throws IOException {
        if (signed) {
            SigningKeys.write(publisher, "hello");
            release("init", "--app", "hello");
        }
        builds.release("1.0.0").release("1.1.0", "--channel", "beta");
        sign();
        List<String> install = new ArrayList<>(
                List.of("install", "hello", "--from", builds.repository().toString()));
        install.addAll(
                signed
                        ? List.of(
                                "--root",
                                builds.repository()
                                        .resolve("metadata/1.root.json")
                                        .toString())
                        : List.of("--trust", trust));
        user.cco(install.toArray(String[]::new)).exits(0);
        runs("1.0.0");
    }

    private Run release(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("release"));
        command.addAll(List.of(words));
        command.addAll(List.of("--repository", builds.repository().toString()));
        return publisher.cco(command.toArray(String[]::new)).exits(0);
    }

    private void sign() throws IOException {
        if (signed) {
            release("sign");
            release("check");
        }
    }

    /** Changes the manifest and signs it if the repository is signed. */
    private void change(String output, String... words) throws IOException {
        Run run = release(words).prints(output);
        assertEquals(signed, run.err().contains("cco release sign"), run.toString());
        sign();
    }

    private Run update(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("update", "hello", "--yes"));
        command.addAll(List.of(options));
        return user.cco(command.toArray(String[]::new));
    }

    private void runs(String version) throws IOException {
        user.installed("hello").exits(0).prints("hello from " + version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "tuf"})
    void promotedVersion_isOffered(String trust) throws IOException {
        twoVersions(trust);
        update().exits(0).prints("1.0.0");
        change("stable now points at 1.1.0", "promote", "1.1.0", "--channel", "stable");
        update().exits(0).prints("1.1.0");
        runs("1.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "tuf"})
    void withdrawnVersion_isNotInstalledAndUsersAreWarned(String trust) throws IOException {
        twoVersions(trust);
        change("stable now points at 1.1.0", "promote", "1.1.0", "--channel", "stable");
        change("stable now points at 1.0.0", "withdraw", "1.1.0", "--reason", "it loses files");
        update().exits(0).prints("1.0.0");
        update("--version", "1.1.0").exits(5).complains("it was withdrawn: it loses files");
        runs("1.0.0");

        change("users can install 1.1.0 again", "withdraw", "1.1.0", "--undo");
        update("--version", "1.1.0").exits(0);
        change("withdrew 1.1.0", "withdraw", "1.1.0", "--reason", "it does lose files");
        update().exits(0).complains("hello 1.1.0 was withdrawn: it does lose files");
        runs("1.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "tuf"})
    void rollout_zeroPercentOffersNothing(String trust) throws IOException {
        twoVersions(trust);
        change("offered to 0 % of installations", "promote", "1.1.0", "--channel", "stable", "--rollout", "0");
        update().exits(0).prints("so far to 0 % of all installations");
        runs("1.0.0");
        change("stable now points at 1.1.0\n", "promote", "1.1.0", "--channel", "stable", "--rollout", "100");
        update().exits(0);
        runs("1.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "tuf"})
    void deprecation_isShownUntilUndone(String trust) throws IOException {
        twoVersions(trust);
        change(
                "users of 1.0.0 see this notice: please update by May",
                "deprecate",
                "1.0.0",
                "--notice",
                "please update by May");
        update().exits(0).complains("hello 1.0.0: please update by May");
        change("users of 1.0.0 no longer see a notice", "deprecate", "1.0.0", "--undo");
        assertEquals(-1, update().exits(0).err().indexOf("please"));
    }

    @Test
    void killedAtSystemCall_manifestIsOldOrNew() throws IOException {
        twoVersions("sha256");
        Path manifest = builds.repository().resolve("version-manifest.json");
        List<String> command = Machine.command(
                publisher.program().toString(),
                "release",
                "promote",
                "1.1.0",
                "--channel",
                "stable",
                "--repository",
                builds.repository().toString());
        Strace strace = new Strace(publisher, folder.resolve("trace"));
        String before = Files.readString(manifest);
        var counted = strace.count(List.of("mkdir", "rename", "fsync", "rmdir", "unlink"), command);
        String after = Files.readString(manifest);
        for (String call : counted.keySet()) {
            for (int number = 1; number <= counted.get(call); number++) {
                Files.writeString(manifest, before);
                strace.inject("signal=KILL", call, number, command).exits(KILLED);
                assertTrue(List.of(before, after).contains(Files.readString(manifest)), call + " " + number);
                publisher.run(command).exits(0);
                assertEquals(after, Files.readString(manifest), call + " " + number);
            }
        }
    }
}
