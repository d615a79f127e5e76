package cco.core.plugin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.PluginException;
import cco.core.error.UsageException;
import cco.core.plugin.PluginStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginFolderTest {

    @TempDir
    Path temporary;

    private Path folder;
    private PluginFolder plugins;

    @BeforeEach
    void folder() {
        folder = temporary.resolve("plugins");
        plugins = new PluginFolder(folder);
    }

    private Path make(PluginMaker maker, String file) throws IOException {
        return maker.in(temporary.resolve("made"), file);
    }

    private PluginStatus trust(PluginMaker maker) throws Exception {
        return plugins.trust(plugins.inspect(make(maker, "some.jar")));
    }

    private String reason(String id) throws CcoException {
        PluginStatus status = plugins.verify().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return status.reason().orElse(status.state().toString());
    }

    @Test
    void inspectedJar_isNotRun() throws Exception {
        PluginCandidate candidate = plugins.inspect(
                make(PluginMaker.verifier("shy", "public Check() { throw new Error(); }", "return null;"), "shy.jar"));

        assertEquals("shy", candidate.id());
        assertEquals("1.0.0", candidate.version());
        assertEquals(List.of("cco.api"), candidate.requires());
        assertEquals(List.of("verifier org.shy.Check"), candidate.provides());
        assertFalse(Files.exists(folder));
    }

    @Test
    void trustedJar_isCopiedPinnedAndReplacedByItsNextVersion() throws Exception {
        assertEquals(State.TRUSTED, trust(PluginMaker.verifier("acme")).state());
        assertEquals(
                Optional.of(folder.resolve("acme-1.0.0.jar")),
                plugins.list().getFirst().file());

        trust(PluginMaker.verifier("acme").manifest("Plugin-Version", "1.1.0"));

        assertEquals(1, plugins.list().size());
        assertEquals(Optional.of("1.1.0"), plugins.list().getFirst().version());
        assertFalse(Files.exists(folder.resolve("acme-1.0.0.jar")));
    }

    @Test
    void jarInTheFolder_keepsItsName() throws Exception {
        Path jar = PluginMaker.verifier("acme").in(folder, "mine.jar");
        assertEquals("it is not trusted", reason("mine.jar"));

        plugins.trust(plugins.inspect(jar));

        assertEquals(Optional.of(jar), plugins.list().getFirst().file());
        assertEquals(1, plugins.list().size());
    }

    @Test
    void pluginsTrustedConcurrently_areAllPinned() throws Exception {
        List<String> ids = List.of("one", "two", "three", "four");
        List<Callable<PluginStatus>> tasks = new ArrayList<>();
        for (String id : ids) {
            PluginCandidate candidate = plugins.inspect(make(PluginMaker.verifier(id), id + ".jar"));
            tasks.add(() -> new PluginFolder(folder).trust(candidate));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(ids.size())) {
            for (Future<PluginStatus> trusted : threads.invokeAll(tasks)) {
                assertEquals(State.TRUSTED, trusted.get().state());
            }
        }

        assertEquals(
                Set.copyOf(ids), plugins.list().stream().map(PluginStatus::id).collect(Collectors.toSet()));
    }

    @Test
    void removedPlugin_leavesNoFiles() throws Exception {
        trust(PluginMaker.verifier("acme"));

        plugins.remove("acme");

        assertEquals(List.of(), plugins.list());
        assertFalse(Files.exists(folder.resolve("acme-1.0.0.jar")));
        assertThrows(UsageException.class, () -> plugins.remove("acme"));
    }

    @Test
    void changedJar_isRefused() throws Exception {
        trust(PluginMaker.verifier("acme"));
        Files.write(folder.resolve("acme-1.0.0.jar"), new byte[1], StandardOpenOption.APPEND);

        assertEquals("it has changed since it was trusted", reason("acme"));
    }

    @Test
    void missingLinkedOrSharedJar_isRefused() throws Exception {
        trust(PluginMaker.verifier("acme"));
        Path jar = folder.resolve("acme-1.0.0.jar");
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertTrue(reason("acme").startsWith("other users can write to " + jar), reason("acme"));

        Files.move(jar, temporary.resolve("elsewhere.jar"));
        assertTrue(reason("acme").startsWith("there is no "), reason("acme"));

        Files.createSymbolicLink(jar, temporary.resolve("elsewhere.jar"));
        assertEquals("it is not a regular file", reason("acme"));
    }

    @Test
    void largeFileOrFolder_isNotRead() throws Exception {
        Path large = Files.write(temporary.resolve("large.jar"), new byte[PluginJar.MAX_BYTES + 1]);

        assertThrows(UsageException.class, () -> plugins.inspect(large));
        assertThrows(UsageException.class, () -> plugins.inspect(temporary));
        assertThrows(UsageException.class, () -> plugins.inspect(temporary.resolve("none.jar")));
    }

    @Test
    void secondJarOfAPlugin_isRefused() throws Exception {
        trust(PluginMaker.verifier("acme"));
        PluginMaker.verifier("acme").manifest("Plugin-Version", "6.6.6").in(folder, "other.jar");

        assertEquals("it is another jar of the plugin acme, which is trusted as acme-1.0.0.jar", reason("other.jar"));
        assertEquals("TRUSTED", reason("acme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "gpg"})
    void reservedIdOfAForeignModule_isRefused(String id) throws Exception {
        PluginException refusal = assertThrows(
                PluginException.class, () -> trust(PluginMaker.verifier("evil", "", "return \"" + id + "\";")));

        assertTrue(refusal.getMessage().endsWith("it provides verifier " + id + ", which is reserved for cco"));
        assertEquals(List.of(), plugins.list());
    }

    @Test
    void ownPluginThatIsNotLinked_canBeDroppedIn() throws Exception {
        PluginMaker own = PluginMaker.verifier("own", "", "return \"sha256\";")
                .module("module cco.verifier.checksum { requires cco.api; requires com.google.gson;"
                        + " provides cco.api.Verifier with org.own.Check; }")
                .compiledAgainst(gson());

        assertEquals(PluginStatus.State.TRUSTED, trust(own).state());

        Providers providers = Providers.of(List.of(), List.of(), List.of(), folder);
        assertEquals("sha256", providers.verifiers(List.of("sha256")).getFirst().id());
    }

    private static Path gson() {
        return ModuleLayer.boot()
                .configuration()
                .findModule("com.google.gson")
                .flatMap(module -> module.reference().location())
                .map(Path::of)
                .orElseThrow();
    }

    @Test
    void idOfAnotherPlugin_isRefused() throws Exception {
        trust(PluginMaker.verifier("acme"));

        PluginException refusal =
                assertThrows(PluginException.class, () -> trust(PluginMaker.verifier("evil", "", "return \"acme\";")));

        assertTrue(refusal.getMessage().endsWith("the plugin acme already provides the verifier acme"));
    }

    @Test
    void pluginWithOtherServicesThanTrusted_isRefused() throws Exception {
        trust(PluginMaker.verifier("acme"));
        Path lock = folder.resolve(PluginLock.FILE);
        String ability = "\"id\": \"%s\"\n        }";
        Files.writeString(lock, Files.readString(lock).replace(ability.formatted("acme"), ability.formatted("other")));

        assertEquals("it provides [verifier acme], but [verifier other] was trusted", reason("acme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "{}", "{\"schema\": 2}", "{\"schema\": 1, \"plugins\": [{\"id\": \"acme\"}]}"})
    void damagedLock_trustsNoPluginAndIsKept(String text) throws Exception {
        trust(PluginMaker.verifier("acme"));
        Files.writeString(folder.resolve(PluginLock.FILE), text);

        assertThrows(PluginException.class, plugins::list);
        assertThrows(PluginException.class, () -> trust(PluginMaker.verifier("other")));
        assertEquals(text, Files.readString(folder.resolve(PluginLock.FILE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../acme.jar", "/tmp.jar", "acme", ".jar"})
    void lockWithAFileOutsideTheFolder_isRefused(String file) throws Exception {
        trust(PluginMaker.verifier("acme"));
        Path lock = folder.resolve(PluginLock.FILE);
        Files.writeString(lock, Files.readString(lock).replace("acme-1.0.0.jar", file));

        assertThrows(PluginException.class, plugins::list);
    }

    @Test
    void requiredVerifier_isFoundWithoutReadingItsJar() throws Exception {
        trust(PluginMaker.verifier("acme"));
        Files.delete(folder.resolve("acme-1.0.0.jar"));
        Providers providers = Providers.load(folder, note -> {});

        assertDoesNotThrow(() -> providers.requireVerifiers(List.of("acme")));
        assertThrows(PluginException.class, () -> providers.requireVerifiers(List.of("other")));
        assertThrows(PluginException.class, () -> providers.verifiers(List.of("acme")));
    }

    @Test
    void keysOfASource_areKnownWithoutStartingIt() throws Exception {
        trust(PluginMaker.source("place", "return Set.of(\"url\");", "return List.of();"));
        Files.delete(folder.resolve("place-1.0.0.jar"));

        Providers providers = Providers.load(folder, note -> {});

        assertEquals(Optional.of(Set.of("url")), providers.sourceKeys("place"));
        assertEquals(Optional.empty(), providers.sourceKeys("nowhere"));
    }
}
