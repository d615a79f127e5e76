package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.plugin.PluginMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Third-party verifiers as drop-ins of the linked bundle. */
class PluginIT {

    private static final String PICKY = """
            return artifact.name().contains("1.1.0")
                    ? new Verdict.Rejected("acme dislikes " + artifact.name()) : new Verdict.Accepted("fine");
            """;

    @TempDir
    Path folder;

    private Machine user;
    private Publisher builds;

    @BeforeEach
    void installOneVersion() throws IOException {
        user = new Machine(folder.resolve("user"));
        builds = new Publisher(folder.resolve("builds"), "hello").release("1.0.0");
        user.install("hello", List.of(builds.repository()));
    }

    private Path plugins() {
        return user.home().resolve("data/plugins");
    }

    private Path make(PluginMaker maker) throws IOException {
        return maker.in(folder.resolve("made"), "some.jar");
    }

    private Run trust(PluginMaker maker) throws IOException {
        return user.cco("plugin", "trust", "--yes", make(maker).toString());
    }

    private void require(String verifier) throws IOException {
        user.cco("config", "set", "verifiers.required", "sha256," + verifier).exits(0);
    }

    private Run update() throws IOException {
        return user.cco("update", "hello", "--yes");
    }

    @Test
    void trustedVerifier_verifiesEveryArchive() throws IOException {
        trust(PluginMaker.verifier("acme").verifying(PICKY)).exits(0).prints("trusted acme 1.0.0: verifier acme");
        require("acme");
        builds.release("1.1.0");
        update().exits(4).complains("the verifier acme refuses hello-v1.1.0").complains("acme dislikes hello-v1.1.0");
        user.installed("hello").prints("hello from 1.0.0");

        builds.release("1.2.0");
        update().exits(0);
        user.installed("hello").prints("hello from 1.2.0");
    }

    @Test
    void missingOrUntrustedVerifier_stopsUpdate() throws IOException {
        builds.release("1.1.0");
        require("acme");
        update().exits(8).complains("no verifier is named acme");

        PluginMaker.verifier("acme").in(plugins(), "acme.jar");
        update().exits(8).complains("no verifier is named acme; acme.jar is refused: it is not trusted");
        user.installed("hello").prints("hello from 1.0.0");
    }

    @Test
    void changedJar_stopsUpdateUntilRemoved() throws IOException {
        trust(PluginMaker.verifier("acme")).exits(0);
        require("acme");
        builds.release("1.1.0");
        Files.write(plugins().resolve("acme-1.0.0.jar"), new byte[1], StandardOpenOption.APPEND);
        update().exits(8).complains("the plugin acme (acme-1.0.0.jar) is refused: it has changed since it was trusted");
        user.cco("plugin", "verify").exits(8).prints("it has changed since it was trusted");

        user.cco("plugin", "remove", "acme").exits(2).complains("verifiers.required contains its verifier acme");
        user.cco("config", "set", "verifiers.required", "sha256").exits(0);
        user.cco("plugin", "remove", "acme").exits(0);
        update().exits(0);
    }

    @Test
    void badJars_areRefusedAndDoNotStopUpdate() throws IOException {
        trust(PluginMaker.verifier("acme")).exits(0);
        require("acme");
        builds.release("1.1.0");
        trust(PluginMaker.verifier("future").manifest("Plugin-Requires", "^2.0.0"))
                .exits(8)
                .complains("it is made for the plugin API ^2.0.0, and this cco has 1.1.0");
        trust(PluginMaker.verifier(
                        "stuck",
                        "public Check() { while (true) { java.util.concurrent.locks.LockSupport.park(); } }",
                        "return null;"))
                .exits(8)
                .complains("starting it took longer than");
        trust(PluginMaker.verifier("fake", "", "return \"sha256\";")).exits(8).complains("which is reserved for cco");
        Files.writeString(plugins().resolve("junk.jar"), "junk");

        update().exits(0).complains("note: the plugin junk.jar is refused: it is not a jar");
        user.installed("hello").prints("hello from 1.1.0");
    }

    @Test
    void trustWithoutTerminalOrYes_isRefused() throws IOException {
        Path jar = make(PluginMaker.verifier("acme"));

        user.cco("plugin", "trust", jar.toString())
                .exits(2)
                .prints("  provides:  verifier org.acme.Check")
                .complains("cannot ask whether to trust acme without a terminal");

        assertFalse(Files.exists(plugins()));
    }

    @Test
    void pf4j_isLoadedOnlyForDropInsInUse() throws IOException {
        assertEquals(Set.of(), foreignClasses("--version"));
        assertEquals(Set.of(), foreignClasses("update", "hello", "--check"));
        assertEquals(Set.of(), foreignClasses("plugin", "list"));
        trust(PluginMaker.verifier("acme")).exits(0);
        assertEquals(Set.of(), foreignClasses("update", "hello", "--check"));
        require("acme");
        assertEquals(Set.of(), foreignClasses("--version"));
        assertEquals(Set.of(), foreignClasses("update", "hello", "--check"));
        builds.release("1.1.0");
        assertTrue(foreignClasses("update", "hello", "--yes").contains("org.pf4j"));
    }

    @Test
    void dependenciesOfPlugins_printNothing() throws IOException {
        trust(PluginMaker.verifier("base")).exits(0);
        trust(PluginMaker.verifier("acme").manifest("Plugin-Dependencies", "base@^1.0.0"))
                .exits(0);
        assertEquals("", user.cco("plugin", "verify").exits(0).err());
    }

    @Test
    void builtInPlugins_areModules() throws IOException {
        Run modules =
                user.run(List.of(Machine.BUNDLE.resolve("runtime/bin/java").toString(), "--list-modules"));
        user.cco("plugin", "list", "--json")
                .exits(0)
                .events()
                .forEach(plugin -> modules.prints(plugin.get("plugin").getAsString() + "@"
                        + plugin.get("version").getAsString()));
        modules.prints("cco.verifier.gpg@");
    }

    /** The packages of pf4j and slf4j from which a run loads classes. */
    private Set<String> foreignClasses(String... arguments) throws IOException {
        Path log = folder.resolve("classes.log");
        List<String> command =
                Machine.command(Machine.BUNDLE.resolve("runtime/bin/java").toString());
        command.add("-Xlog:class+load:file=" + log.toString().replace(":", "\\:"));
        command.addAll(List.of("-Dcco.bundle=" + Machine.BUNDLE, "-m", "cco.cli/cco.cli.Main"));
        command.addAll(List.of(arguments));
        user.run(command).exits(0);
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" org.pf4j.") || line.contains(" org.slf4j."))
                    .map(line -> line.replaceFirst(".* (org\\.\\w+)\\..*", "$1"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
