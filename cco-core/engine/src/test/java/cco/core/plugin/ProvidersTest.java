package cco.core.plugin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Artifact;
import cco.api.ChannelSource;
import cco.api.Origin;
import cco.api.PlatformInstaller;
import cco.api.Settings;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.error.PluginException;
import cco.tck.TableSettings;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader.Provider;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

    private static final Settings NO_SETTINGS = new TableSettings(Map.of());

    private record Source(String id, Set<String> keys) implements ChannelSource {

        @Override
        public List<Origin> origins(Settings settings) {
            return List.of();
        }
    }

    private record Check(String id) implements Verifier {

        @Override
        public Verdict verify(Artifact artifact) {
            return new Verdict.Rejected("a fake accepts nothing");
        }
    }

    private record Installer(String id, String system) implements PlatformInstaller {

        @Override
        public boolean supports(String osName) {
            if (system.isEmpty()) {
                throw new IllegalStateException("asked");
            }
            return osName.startsWith(system);
        }

        @Override
        public Optional<String> current(Path home) {
            return Optional.empty();
        }

        @Override
        public void activate(Path home, String version) {}

        @Override
        public Path expose(Path home, String executable, Path bin, String command) {
            return bin;
        }
    }

    private record Given<T>(Class<? extends T> type, Supplier<T> supplier) implements Provider<T> {

        @Override
        public T get() {
            return supplier.get();
        }
    }

    private static Provider<ChannelSource> source(String id, String... keys) {
        return new Given<>(Source.class, () -> new Source(id, Set.of(keys)));
    }

    private static Provider<ChannelSource> broken(Throwable failure) {
        return new Given<>(Source.class, () -> {
            throw new ServiceConfigurationError("it could not be instantiated", failure);
        });
    }

    private static Provider<PlatformInstaller> installer(String id, String system) {
        return new Given<>(Installer.class, () -> new Installer(id, system));
    }

    private static Provider<Verifier> verifier(String id) {
        return new Given<>(Check.class, () -> new Check(id));
    }

    @TempDir
    Path plugins;

    private Providers sources(List<Provider<ChannelSource>> sources) {
        return Providers.of(sources, List.of(), List.of(), plugins);
    }

    private static Executable asking(Providers providers, String id) {
        return () -> providers.origins(id, _ -> NO_SETTINGS);
    }

    @Test
    void providersAreFoundByTheirIds() throws PluginException {
        Providers providers = Providers.of(
                List.of(source("file", "path"), source("mirror", "urls")),
                List.of(verifier("gpg"), verifier("sha256")),
                List.of(installer("posix", "Linux"), installer("windows", "Windows")),
                plugins);

        assertDoesNotThrow(asking(providers, "mirror"));
        assertEquals(
                List.of("sha256", "gpg"),
                providers.verifiers(List.of("sha256", "gpg")).stream()
                        .map(Verifier::id)
                        .toList());
        assertEquals("windows", providers.installer("Windows 11").id());
        assertEquals(Optional.of(Set.of("urls")), providers.sourceKeys("mirror"));
    }

    @Test
    void missingProvider_isRefusedWithWhatIsThere() {
        PluginException refusal = assertThrows(
                PluginException.class, asking(sources(List.of(source("file"), source("mirror"))), "github"));

        assertEquals("no source is named github", refusal.getMessage());
        assertEquals("there is file, mirror", refusal.hint());
    }

    @Test
    void missingVerifier_isNeverLeftOut() {
        Providers providers = Providers.of(List.of(), List.of(verifier("sha256")), List.of(), plugins);

        assertThrows(PluginException.class, () -> providers.verifiers(List.of("sha256", "gpg")));
    }

    @Test
    void twoProvidersOfOneId_areBothRefused() throws PluginException {
        Providers providers = sources(List.of(source("mirror", "urls"), source("file"), source("mirror", "evil")));

        PluginException refusal = assertThrows(PluginException.class, asking(providers, "mirror"));

        assertTrue(refusal.getMessage().startsWith("more than one source is named mirror"), refusal.getMessage());
        assertDoesNotThrow(asking(providers, "file"));
        assertEquals(Optional.empty(), providers.sourceKeys("mirror"));
    }

    @Test
    void aProviderThatThrows_isNamedAndLeavesTheOthers() throws PluginException {
        Providers providers = sources(List.of(
                broken(new IllegalStateException("no luck\nat all")),
                source("file"),
                broken(new NoClassDefFoundError("cco/api/Gone")),
                new Given<>(Source.class, () -> new Source(null, Set.of())),
                new Given<>(Source.class, () -> new Source("keyless", null)),
                source("../evil")));

        assertDoesNotThrow(asking(providers, "file"));
        PluginException refusal = assertThrows(PluginException.class, asking(providers, "mirror"));

        String message = refusal.getMessage();
        assertTrue(message.contains(Source.class.getName() + " cannot be started: "), message);
        assertTrue(message.contains("no luck") && message.contains("cco/api/Gone"), message);
        assertTrue(message.contains("names itself ../evil"), message);
        assertEquals(1, message.lines().count(), message);
        assertEquals(Optional.empty(), providers.sourceKeys("keyless"));
    }

    @Test
    void aProviderThatCannotBeLoaded_leavesTheOnesBehindIt() throws PluginException {
        Iterator<Provider<ChannelSource>> loader = new Iterator<>() {
            private int asked;

            @Override
            public boolean hasNext() {
                return asked < 2;
            }

            @Override
            public Provider<ChannelSource> next() {
                if (asked++ == 0) {
                    throw new ServiceConfigurationError("cco.gone.Source not found");
                }
                return source("file");
            }
        };
        Registry<ChannelSource> registry = new Registry<>(Service.SOURCE, () -> loader);

        assertEquals("file", registry.get("file", List.of()).id());
        assertTrue(assertThrows(PluginException.class, () -> registry.get("x", List.of()))
                .getMessage()
                .contains("cco.gone.Source not found"));
    }

    @Test
    void installers_oneAndOnlyOneMustFit() throws PluginException {
        Providers providers = Providers.of(
                List.of(),
                List.of(),
                List.of(installer("a", "Linux"), installer("b", "Mac"), installer("c", "Mac"), installer("d", "")),
                plugins);

        assertEquals("a", providers.installer("Linux").id());
        assertThrows(PluginException.class, () -> providers.installer("Mac OS X"));
        PluginException none = assertThrows(PluginException.class, () -> providers.installer("Plan 9"));
        assertTrue(none.getMessage().startsWith("no installer supports Plan 9"), none.getMessage());
    }

    @Test
    void nothingIsStartedBeforeItIsAskedFor_andThenOnce() {
        AtomicInteger started = new AtomicInteger();
        Providers providers = Providers.of(
                List.of(new Given<>(Source.class, () -> new Source("file" + started.incrementAndGet(), Set.of()))),
                List.of(new Given<>(Check.class, () -> new Check("check" + started.incrementAndGet()))),
                List.of(),
                plugins);

        assertEquals(0, started.get());
        assertDoesNotThrow(asking(providers, "file1"));
        assertDoesNotThrow(asking(providers, "file1"));
        assertEquals(1, started.get());
    }

    @Test
    void theProgramsOwnModules_areSearched() {
        PluginException refusal =
                assertThrows(PluginException.class, asking(Providers.load(plugins, note -> {}), "no-such-source"));

        assertEquals("no source is named no-such-source", refusal.getMessage());
    }
}
