package cco.core.plugin;

import cco.api.ChannelSource;
import cco.api.PlatformInstaller;
import cco.api.Verifier;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One of the services that a plugin can provide.
 *
 * @param word the word for a provider in messages
 * @param reserved the ids of cco's own plugins, each with the module that may use it; no other drop-in can claim them
 */
record Service<T>(
        String word,
        Class<T> type,
        Function<T, String> id,
        Function<T, Set<String>> keys,
        Map<String, String> reserved) {

    static final Service<ChannelSource> SOURCE = new Service<>(
            "source",
            ChannelSource.class,
            ChannelSource::id,
            ChannelSource::keys,
            Map.of("file", "cco.source.file", "github", "cco.source.github", "mirror", "cco.source.mirror"));

    static final Service<Verifier> VERIFIER = new Service<>(
            "verifier",
            Verifier.class,
            Verifier::id,
            verifier -> Set.of(),
            Map.of("gpg", "cco.verifier.gpg", "sha256", "cco.verifier.checksum", "tuf", ""));

    static final Service<PlatformInstaller> INSTALLER = new Service<>(
            "installer",
            PlatformInstaller.class,
            PlatformInstaller::id,
            installer -> Set.of(),
            Map.of("posix", "cco.installer.posix", "windows", "cco.installer.windows"));

    static final List<Service<?>> ALL = List.of(SOURCE, VERIFIER, INSTALLER);

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Returns whether an id is valid for a provider or a plugin. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** The classes with which a module provides the service. */
    List<String> providers(ModuleDescriptor module) {
        for (ModuleDescriptor.Provides provides : module.provides()) {
            if (provides.service().equals(type.getName())) {
                return provides.providers();
            }
        }
        return List.of();
    }

    /** Returns whether an id belongs to another module, which is one of cco's own plugins. */
    boolean isReserved(ProvidedService ability, String module) {
        return word.equals(ability.service())
                && reserved.containsKey(ability.id())
                && !reserved.get(ability.id()).equals(module);
    }

    /** Returns whether a module is one of cco's own plugins, which a build can leave out and a user can drop in. */
    static boolean isOwnPlugin(String module) {
        for (Service<?> service : ALL) {
            if (service.reserved.containsValue(module)) {
                return true;
            }
        }
        return false;
    }

    /** Reads id and keys of a provider, which is foreign code. */
    ProvidedService introduce(T provider) {
        return new ProvidedService(word, id.apply(provider), Set.copyOf(keys.apply(provider)));
    }
}
