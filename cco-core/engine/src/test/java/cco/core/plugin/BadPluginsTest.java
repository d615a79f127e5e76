package cco.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.PluginException;
import cco.core.model.Sha256;
import cco.core.plugin.PluginStatus.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bad jar is refused with its reason when it is to be trusted, and also when it is pinned all the same; the good
 * one beside it works throughout.
 */
class BadPluginsTest {

    private static final TimeLimitedCall PATIENT = new TimeLimitedCall(Duration.ofMinutes(1));
    private static final TimeLimitedCall HASTY = new TimeLimitedCall(Duration.ofMillis(50));
    private static final byte[] NOTHING = {};

    @TempDir
    Path temporary;

    /** Makes a jar in a folder. */
    @FunctionalInterface
    interface Maker {
        Path in(Path folder, String file) throws IOException;
    }

    static Stream<Arguments> jars() {
        return Stream.of(
                arguments("it is not a jar, or it is empty", raw("junk".getBytes())),
                arguments("it is not a jar, or it is empty", raw(NOTHING)),
                arguments("it is not a readable jar", cut()),
                arguments("it is not a readable jar: it contains org/bad/Check.class twice", doubled()),
                arguments("its content is too large", made(bad().with("zeros", new byte[65 << 20]))),
                arguments("it has no META-INF/MANIFEST.MF", made(bad().with(PluginMaker.MANIFEST, NOTHING))),
                arguments(
                        "its META-INF/MANIFEST.MF cannot be read",
                        made(bad().with(PluginMaker.MANIFEST, "nonsense\n".getBytes()))),
                arguments("its manifest has no Plugin-Id", made(bad().manifest("Plugin-Id", ""))),
                arguments("its Plugin-Id is not of lower-case", made(bad().manifest("Plugin-Id", "../evil"))),
                arguments("its manifest has no Plugin-Version", made(bad().manifest("Plugin-Version", ""))),
                arguments("its Plugin-Version is not a version", made(bad().manifest("Plugin-Version", "newest"))),
                arguments("its manifest has no Plugin-Requires", made(bad().manifest("Plugin-Requires", ""))),
                arguments(
                        "its Plugin-Requires is not a version range", made(bad().manifest("Plugin-Requires", "soon"))),
                arguments(
                        "it is made for the plugin API ^2.0.0, and this cco has 1.1.0",
                        made(bad().manifest("Plugin-Requires", "^2.0.0"))),
                arguments("it is not a module", made(bad().with("module-info.class", NOTHING))),
                arguments("its module-info.class cannot be read", made(bad().with("module-info.class", new byte[9]))),
                arguments("its module java.sql is one of cco's own", named("java.sql", "org.bad")),
                arguments("its package cco.core.trust is one of cco's own", named("org.bad", "cco.core.trust")),
                arguments(
                        "its module provides none of the services",
                        made(bad().module("module org.bad { requires cco.api; }"))),
                arguments("it requires the module org.absent, which is neither", requiring("org.absent")),
                arguments(
                        "it requires the module com.google.gson, which is not for plugins",
                        requiring("com.google.gson")),
                arguments(
                        "it needs the plugin gone: it is not trusted, or not there",
                        made(bad().manifest("Plugin-Dependencies", "gone"))),
                arguments("form a cycle", made(bad().manifest("Plugin-Dependencies", "bad"))),
                arguments(
                        "bad needs the plugin good ^2.0.0, but the installed version is 1.0.0",
                        made(bad().manifest("Plugin-Dependencies", "good@^2.0.0"))),
                arguments(
                        "its Plugin-Dependencies are not plugins that it needs: good?",
                        made(bad().manifest("Plugin-Dependencies", "good?"))));
    }

    static Stream<Arguments> programs() {
        return Stream.of(
                arguments(
                        "IllegalStateException: no luck",
                        starting("if (true) throw new IllegalStateException(\"no luck\");")),
                arguments("StackOverflowError", starting("new Check();")),
                arguments("NoClassDefFoundError: org/bad/Gone", gone()),
                arguments("starting it failed: org.bad.Mute", starting("throw new Mute();")),
                arguments("NullPointerException", naming("return null;")),
                arguments(
                        "IllegalStateException: shy",
                        naming("if (true) throw new IllegalStateException(\"shy\"); return null;")),
                arguments("it provides verifier ../evil", naming("return \"../evil\";")),
                arguments("it provides verifier bad twice", twins()),
                arguments(
                        "NullPointerException", made(PluginMaker.source("bad", "return null;", "return List.of();"))));
    }

    @ParameterizedTest
    @MethodSource({"jars", "programs"})
    void badPlugin_isRefusedAndTheGoodOneWorks(String reason, Maker maker) throws Exception {
        assertRefused(reason, maker, PATIENT);
    }

    @Test
    void hangingPlugin_isRefusedAfterTheTimeLimit() throws Exception {
        assertRefused(
                "starting it took longer than 50 ms",
                starting("while (true) { java.util.concurrent.locks.LockSupport.park(); }"),
                HASTY);
    }

    private void assertRefused(String reason, Maker maker, TimeLimitedCall guard) throws Exception {
        Path folder = temporary.resolve("plugins");
        PluginFolder plugins = new PluginFolder(folder, PluginPolicy.standard(), PATIENT);
        plugins.trust(plugins.inspect(PluginMaker.verifier("good").in(temporary.resolve("made"), "good.jar")));
        Path jar = maker.in(temporary.resolve("made"), "bad.jar");
        PluginFolder given = new PluginFolder(folder, PluginPolicy.standard(), guard);

        assertReason(reason, assertThrows(PluginException.class, () -> given.trust(given.inspect(jar))));

        pin(folder, jar);
        DropIns dropIns = new DropIns(folder, PluginPolicy.standard(), guard);
        assertReason(reason, assertThrows(PluginException.class, () -> dropIns.find(Service.VERIFIER, "bad")));
        DropIns patient = new DropIns(folder, PluginPolicy.standard(), PATIENT);
        Verifier good = patient.find(Service.VERIFIER, "good").orElseThrow();
        assertEquals(new Verdict.Accepted("good"), good.verify(null));
        PluginStatus bad = given.verify().stream()
                .filter(each -> each.id().equals("bad"))
                .findFirst()
                .orElseThrow();
        assertEquals(State.REFUSED, bad.state());
        assertTrue(bad.reason().orElseThrow().contains(reason), bad.toString());
    }

    private static void assertReason(String reason, CcoException refusal) {
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count());
    }

    /** Edits that a user could make in the lock file. */
    private static void pin(Path folder, Path jar) throws Exception {
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(folder.resolve("bad.jar"), bytes);
        List<ProvidedService> claimed = List.of(new ProvidedService("verifier", "bad", Set.of()));
        PluginLock.read(folder)
                .with(new TrustedPlugin("bad", "1.0.0", "bad.jar", Sha256.of(bytes), claimed))
                .write(folder);
    }

    private static PluginMaker bad() {
        return PluginMaker.verifier("bad");
    }

    private static Maker made(PluginMaker maker) {
        return maker::in;
    }

    private static Maker raw(byte[] bytes) {
        return (folder, file) -> Files.write(folder.resolve(file), bytes);
    }

    private static Maker cut() {
        return (folder, file) -> {
            byte[] whole = Files.readAllBytes(bad().in(folder, file));
            return Files.write(folder.resolve(file), Arrays.copyOf(whole, whole.length / 2));
        };
    }

    /** A second entry of the same name, as zip tools cannot make it: the name of another is overwritten. */
    private static Maker doubled() {
        return (folder, file) -> {
            byte[] bytes = Files.readAllBytes(
                    bad().with("org/bad/Check.clasS", new byte[1]).in(folder, file));
            String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("Check.clasS", "Check.class");
            return Files.write(folder.resolve(file), text.getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    private static Maker named(String module, String packageName) {
        return made(bad().module("module " + module + " { requires cco.api; provides cco.api.Verifier with "
                        + packageName + ".Check; }")
                .type("org.bad.Check", bad().source().replace("package org.bad", "package " + packageName)));
    }

    private static Maker requiring(String module) {
        return (folder, file) -> bad().compiledAgainst(
                        PluginMaker.library(module).in(folder, "library.jar"))
                .module("module org.bad { requires cco.api; requires " + module
                        + "; provides cco.api.Verifier with org.bad.Check; }")
                .in(folder, file);
    }

    private static Maker starting(String body) {
        return made(PluginMaker.verifier("bad", "public Check() { " + body + " }", "return \"bad\";")
                .type("org.bad.Mute", """
                        package org.bad;
                        final class Mute extends RuntimeException {
                            @Override public String toString() { throw this; }
                        }
                        """));
    }

    private static Maker naming(String body) {
        return made(PluginMaker.verifier("bad", "", body));
    }

    private static Maker gone() {
        return made(PluginMaker.verifier("bad", "private final Gone gone = new Gone();", "return \"bad\";")
                .type("org.bad.Gone", "package org.bad; final class Gone {}")
                .with("org/bad/Gone.class", NOTHING));
    }

    private static Maker twins() {
        return made(bad().module("module org.bad { requires cco.api; "
                        + "provides cco.api.Verifier with org.bad.Check, org.bad.Twin; }")
                .type("org.bad.Twin", bad().source().replace("class Check", "class Twin")));
    }
}
