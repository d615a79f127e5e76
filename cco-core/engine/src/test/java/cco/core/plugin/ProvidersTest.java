package cco.core.plugin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cco.api.ChannelSource;
import cco.api.Origin;
import cco.api.PlatformInstaller;
import cco.api.Settings;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

    private static final Settings NO_SETTINGS = new TableSettings(Map.of());

    private static Provider<ChannelSource> source(String id, String... keys) {
        ChannelSource source = mock();
        when(source.id()).thenReturn(id);
        when(source.keys()).thenReturn(Set.of(keys));
        return provider(ChannelSource.class, source);
    }

    private static Provider<Verifier> verifier(String id) {
        Verifier verifier = mock();
        when(verifier.id()).thenReturn(id);
        return provider(Verifier.class, verifier);
    }

    private static Provider<PlatformInstaller> installer(String id, String system) {
        PlatformInstaller installer = mock();
        when(installer.id()).thenReturn(id);
        when(installer.supports(startsWith(system))).thenReturn(true);
        return provider(PlatformInstaller.class, installer);
    }

    private static Provider<PlatformInstaller> installerThatThrows(String id) {
        PlatformInstaller installer = mock();
        when(installer.id()).thenReturn(id);
        when(installer.supports(anyString())).thenThrow(new IllegalStateException("asked"));
        return provider(PlatformInstaller.class, installer);
    }

    private static Provider<ChannelSource> sourceWithoutKeys(String id) {
        Provider<ChannelSource> provider = source(id);
        ChannelSource source = provider.get();
        when(source.keys()).thenReturn(null);
        return provider;
    }

    private static Provider<ChannelSource> broken(Throwable failure) {
        Provider<ChannelSource> provider = provider(ChannelSource.class, null);
        when(provider.get()).thenThrow(new ServiceConfigurationError("it could not be instantiated", failure));
        return provider;
    }

    private static <T> Provider<T> provider(Class<T> type, T instance) {
        Provider<T> provider = mock();
        doReturn(type).when(provider).type();
        when(provider.get()).thenReturn(instance);
        return provider;
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
    void providers_areFoundByTheirIds() throws PluginException {
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
    void missingProvider_isReportedWithTheExistingOnes() {
        PluginException refusal = assertThrows(
                PluginException.class, asking(sources(List.of(source("file"), source("mirror"))), "github"));

        assertEquals("no source is named github", refusal.getMessage());
        assertEquals("there is file, mirror", refusal.hint());
    }

    @Test
    void missingVerifier_isAnError() {
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
    void throwingProvider_doesNotAffectTheOthers() throws PluginException {
        Providers providers = sources(List.of(
                broken(new IllegalStateException("no luck\nat all")),
                source("file"),
                broken(new NoClassDefFoundError("cco/api/Gone")),
                source(null),
                sourceWithoutKeys("keyless"),
                source("../evil")));

        assertDoesNotThrow(asking(providers, "file"));
        PluginException refusal = assertThrows(PluginException.class, asking(providers, "mirror"));

        String message = refusal.getMessage();
        assertTrue(message.contains(ChannelSource.class.getName() + " cannot be started: "), message);
        assertTrue(message.contains("no luck") && message.contains("cco/api/Gone"), message);
        assertTrue(message.contains("has the invalid id ../evil"), message);
        assertEquals(1, message.lines().count(), message);
        assertEquals(Optional.empty(), providers.sourceKeys("keyless"));
    }

    @Test
    void unloadableProvider_doesNotAffectTheNextOnes() throws PluginException {
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
    void exactlyOneInstaller_mustSupportTheSystem() throws PluginException {
        Providers providers = Providers.of(
                List.of(),
                List.of(),
                List.of(
                        installer("a", "Linux"),
                        installer("b", "Mac"),
                        installer("c", "Mac"),
                        installerThatThrows("d")),
                plugins);

        assertEquals("a", providers.installer("Linux").id());
        assertThrows(PluginException.class, () -> providers.installer("Mac OS X"));
        PluginException none = assertThrows(PluginException.class, () -> providers.installer("Plan 9"));
        assertTrue(none.getMessage().startsWith("no installer supports Plan 9"), none.getMessage());
    }

    @Test
    void provider_isStartedOnFirstUseAndOnlyOnce() {
        Provider<ChannelSource> source = source("file");
        Provider<Verifier> verifier = verifier("sha256");
        Providers providers = Providers.of(List.of(source), List.of(verifier), List.of(), plugins);
        verify(source, never()).get();

        assertDoesNotThrow(asking(providers, "file"));
        assertDoesNotThrow(asking(providers, "file"));

        verify(source, times(1)).get();
        verify(verifier, never()).get();
    }

    @Test
    void settings_areThoseOfTheDeclaredVariables() throws Exception {
        Provider<ChannelSource> provider = source("store");
        ChannelSource source = provider.get();
        Origin origin = mock();
        when(source.variables()).thenReturn(Set.of("STORE_TOKEN"));
        when(source.origins(NO_SETTINGS)).thenReturn(List.of(origin));

        List<Origin> origins = sources(List.of(provider)).origins("store", variables -> {
            assertEquals(Set.of("STORE_TOKEN"), variables);
            return NO_SETTINGS;
        });

        assertEquals(List.of(origin), origins);
    }

    @Test
    void modulesOfTheProgram_areSearched() {
        PluginException refusal =
                assertThrows(PluginException.class, asking(Providers.load(plugins, note -> {}), "no-such-source"));

        assertEquals("no source is named no-such-source", refusal.getMessage());
    }

    /** The first thread starts the provider only when the second one waits for it, or starts it a second time. */
    @Test
    @Timeout(60)
    void provider_isStartedOnce_byTwoThreads() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        CountDownLatch starting = new CountDownLatch(1);
        CompletableFuture<Thread> second = new CompletableFuture<>();
        Provider<Verifier> sound = verifier("gpg");
        Verifier instance = sound.get();
        when(sound.get()).thenAnswer(_ -> {
            starts.incrementAndGet();
            starting.countDown();
            while (starts.get() == 1 && second.join().getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            return instance;
        });
        Providers providers = Providers.of(List.of(), List.of(sound), List.of(), plugins);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<List<Verifier>> one = threads.submit(() -> providers.verifiers(List.of("gpg")));
            starting.await();
            Future<List<Verifier>> two = threads.submit(() -> {
                second.complete(Thread.currentThread());
                return providers.verifiers(List.of("gpg"));
            });
            assertEquals(List.of(instance), one.get());
            assertEquals(List.of(instance), two.get());
        }
        assertEquals(1, starts.get());
    }
}
