package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.console.Screen;
import cco.cli.report.ExitCode;
import cco.core.env.Env;
import cco.core.env.Terminal;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseMetadataTest {

    private static final String PASSPHRASE = "correct horse";

    @TempDir
    Path folder;

    private Screen screen = new Screen();
    private String repository;

    @BeforeEach
    void build() throws IOException {
        repository = folder.resolve("repository").toString();
        Path program = Files.createDirectories(folder.resolve("build")).resolve("hello");
        Files.writeString(program, "#!/bin/sh\necho hello 1.0.0\n");
        assertTrue(program.toFile().setExecutable(true));
    }

    private ExitCode cco(Map<String, String> more, String... words) {
        Map<String, String> values = new HashMap<>(more);
        values.put("CCO_HOME", folder.resolve("home").toString());
        screen = new Screen();
        return new Program(Version.of("1.0.0"), new Env(values), Terminal.NONE, screen::console).run(List.of(words));
    }

    private ExitCode release(String command, String... options) {
        List<String> words = new ArrayList<>(List.of("release", command));
        words.addAll(List.of(options));
        words.addAll(List.of("--repository", repository));
        return cco(Map.of("CCO_KEY_PASSPHRASE", PASSPHRASE), words.toArray(String[]::new));
    }

    private ExitCode add(String version) {
        return release(
                "add",
                folder.resolve("build").toString(),
                "--app",
                "hello",
                "--version",
                version,
                "--platform",
                "linux-x86_64",
                "--untested");
    }

    @Test
    void signAndRefreshAndRotate_passTheCheck() throws IOException {
        assertEquals(ExitCode.OK, release("init", "--app", "hello"), screen.err());
        assertTrue(screen.out().contains("metadata/1.root.json"), screen.out());
        assertFalse(Files.readString(folder.resolve("home/config/keys/hello/root.pem"))
                .contains(PASSPHRASE));

        assertEquals(ExitCode.OK, add("1.0.0"));
        assertTrue(screen.err().contains("cco release sign --repository " + repository), screen.err());
        assertEquals(ExitCode.VERIFICATION, release("check"));
        assertEquals(ExitCode.OK, release("sign"), screen.err());
        assertTrue(screen.out().startsWith("signed hello: 4 files; renew the timestamp before 2"), screen.out());

        assertEquals(ExitCode.OK, cco(Map.of(), "release", "refresh", "--repository", repository), screen.err());
        assertEquals(ExitCode.OK, release("check"));
        assertEquals(4, screen.out().lines().count());
        assertEquals(ExitCode.EXPIRES_SOON, release("check", "--within", "7"));
        assertEquals(ExitCode.OK, release("check", "--within", "6"));

        String online = "file:" + folder.resolve("home/config/keys/hello/online-2.pem");
        assertEquals(ExitCode.OK, release("rotate-key", "online", "--new", online), screen.err());
        assertEquals(ExitCode.OK, cco(Map.of(), "release", "refresh", "--repository", repository), screen.err());
        assertEquals(ExitCode.OK, release("check", "--root", repository + "/metadata/1.root.json"));
        assertTrue(screen.out().startsWith("root       version 2 "), screen.out());

        assertEquals(ExitCode.OK, release("deprecate", "1.0.0", "--notice", "please update"), screen.err());
        assertEquals(ExitCode.VERIFICATION, release("check"));
        assertTrue(screen.err().contains("run cco release sign"), screen.err());
    }

    @Test
    void renewedRoot_needsOnlyTheRootKey() throws IOException {
        release("init", "--app", "hello");
        add("1.0.0");
        release("sign");
        Path keys = folder.resolve("home/config/keys/hello");
        Files.delete(keys.resolve("targets.pem"));
        Files.delete(keys.resolve("online.pem"));
        assertEquals(ExitCode.OK, release("sign", "--renew-root"), screen.err());
        assertEquals(ExitCode.OK, release("check"), screen.err());
        assertTrue(screen.out().startsWith("root       version 2 "), screen.out());
    }

    @Test
    void missingPassphrase_createsNoKey() {
        assertEquals(ExitCode.USAGE, cco(Map.of(), "release", "init", "--app", "hello", "--repository", repository));
        assertTrue(screen.err().contains("set CCO_KEY_PASSPHRASE"), screen.err());
        assertFalse(Files.exists(folder.resolve("home/config/keys/hello/root.pem")));
    }

    @Test
    void signBeforeInit_isRefused() {
        assertEquals(ExitCode.OK, add("1.0.0"), screen.err());
        assertFalse(screen.err().contains("release sign"), screen.err());
        assertEquals(ExitCode.USAGE, release("sign"));
        assertTrue(screen.err().contains("cco release init"), screen.err());
    }

    @Test
    void change_explainsItsEffectOnUsers() {
        add("1.0.0");
        add("1.1.0");
        assertEquals(ExitCode.OK, release("promote", "1.0.0", "--channel", "stable"), screen.err());
        assertTrue(screen.err().contains("users of 1.1.0 keep it"), screen.err());
        assertFalse(screen.err().contains("release sign"), screen.err());
        assertEquals(ExitCode.OK, release("promote", "1.0.0", "--channel", "stable"), screen.err());
        assertEquals(
                "nothing to do: stable already points at 1.0.0", screen.out().strip());
        assertEquals(ExitCode.OK, release("withdraw", "1.0.0", "--reason", "it loses files"), screen.err());
        assertTrue(screen.err().contains("stable: no version to offer"), screen.err());
        assertEquals(ExitCode.OK, release("withdraw", "1.1.0", "--reason", "so does this"), screen.err());
        assertEquals("withdrew 1.1.0", screen.out().strip());
        assertEquals("", screen.err());
        assertEquals(ExitCode.OK, release("withdraw", "1.1.0", "--undo"), screen.err());
        assertTrue(screen.err().contains("cco release promote 1.1.0 --channel NAME"), screen.err());
        assertEquals(ExitCode.OK, release("deprecate", "0.9.0", "--notice", "please update"), screen.err());
        assertTrue(screen.err().contains("0.9.0 is not in this repository"), screen.err());
    }

    @Test
    void invalidArguments_areRefused() {
        assertEquals(ExitCode.USAGE, release("withdraw", "1.0.0"));
        assertEquals(ExitCode.USAGE, release("withdraw", "1.0.0", "--reason", "bad", "--undo"));
        assertEquals(ExitCode.USAGE, release("deprecate", "1.0.0"));
        assertEquals(ExitCode.USAGE, release("promote", "1.0.0"));
        assertEquals(ExitCode.USAGE, release("rotate-key", "mirrors", "--new", "env:X"));
        assertEquals(ExitCode.USAGE, release("rotate-key", "root", "--new", "env:X", "--lost"));
        assertEquals(ExitCode.USAGE, release("check", "--within", "-1"));
        assertEquals(ExitCode.USAGE, release("init", "--app", "hello", "--root-key", "root.pem"));
    }
}
