package cco.core.plugin;

import cco.api.ChannelSource;
import cco.api.PlatformInstaller;
import cco.api.Verifier;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One of the services that a plugin may provide.
 *
 * @param word what a provider is, in a word
 * @param reserved the ids that are cco's own, be they in this build or not, so that no drop-in can pass for one of them
 */
record Service<T>(
        String word, Class<T> type, Function<T, String> id, Function<T, Set<String>> keys, Set<String> reserved) {

    static final Service<ChannelSource> SOURCE = new Service<>(
            "source", ChannelSource.class, ChannelSource::id, ChannelSource::keys, Set.of("file", "github", "mirror"));

    static final Service<Verifier> VERIFIER = new Service<>(
            "verifier", Verifier.class, Verifier::id, verifier -> Set.of(), Set.of("gpg", "sha256", "tuf"));

    static final Service<PlatformInstaller> INSTALLER = new Service<>(
            "installer",
            PlatformInstaller.class,
            PlatformInstaller::id,
            installer -> Set.of(),
            Set.of("posix", "windows"));

    static final List<Service<?>> ALL = List.of(SOURCE, VERIFIER, INSTALLER);

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Whether a provider, or a plugin, may have this id. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** The classes with which a module provides it. */
    List<String> providers(ModuleDescriptor module) {
        for (ModuleDescriptor.Provides provides : module.provides()) {
            if (provides.service().equals(type.getName())) {
                return provides.providers();
            }
        }
        return List.of();
    }

    /** Whether an ability is one that only cco itself may have. */
    boolean reserves(ProvidedService ability) {
        return word.equals(ability.service()) && reserved.contains(ability.id());
    }

    /** Asks a provider for whatever it must be able to tell; it is foreign code. */
    ProvidedService introduce(T provider) {
        return new ProvidedService(word, id.apply(provider), Set.copyOf(keys.apply(provider)));
    }
}
