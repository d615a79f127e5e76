package cco.core.plugin;

import cco.core.model.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * A plugin that the user trusts: one jar, with its services.
 *
 * @param id the id of the plugin
 * @param version the version of the plugin
 * @param file the name of the jar in the plugin folder
 * @param sha256 the digest of the jar
 * @param provides the services that it provided when it was trusted
 */
record TrustedPlugin(String id, String version, String file, Sha256 sha256, List<ProvidedService> provides) {

    TrustedPlugin {
        provides = List.copyOf(provides);
    }

    Optional<ProvidedService> ability(String service, String name) {
        for (ProvidedService ability : provides) {
            if (ability.service().equals(service) && ability.id().equals(name)) {
                return Optional.of(ability);
            }
        }
        return Optional.empty();
    }

    /** Returns whether these are the trusted services, in any order. */
    boolean provides(List<ProvidedService> abilities) {
        for (ProvidedService ability : abilities) {
            Optional<ProvidedService> agreed = ability(ability.service(), ability.id());
            if (agreed.isEmpty() || !agreed.get().keys().equals(ability.keys())) {
                return false;
            }
        }
        return abilities.size() == provides.size();
    }

    /** Finds a service that another plugin provides too. */
    Optional<ProvidedService> sharedWith(TrustedPlugin other) {
        for (ProvidedService mine : provides) {
            if (other.ability(mine.service(), mine.id()).isPresent()) {
                return Optional.of(mine);
            }
        }
        return Optional.empty();
    }
}
