package cco.core.plugin;

import cco.core.model.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * What the user has agreed to: this very jar, which provides just this.
 *
 * @param id the plugin's
 * @param version the plugin's
 * @param file the jar's name in the folder of plugins
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

    /** Whether this is what the user agreed to, in whatever order. */
    boolean provides(List<ProvidedService> abilities) {
        for (ProvidedService ability : abilities) {
            Optional<ProvidedService> agreed = ability(ability.service(), ability.id());
            if (agreed.isEmpty() || !agreed.get().keys().equals(ability.keys())) {
                return false;
            }
        }
        return abilities.size() == provides.size();
    }

    /** Says which of its abilities another plugin has too. */
    Optional<ProvidedService> rivalry(TrustedPlugin other) {
        for (ProvidedService mine : provides) {
            if (other.ability(mine.service(), mine.id()).isPresent()) {
                return Optional.of(mine);
            }
        }
        return Optional.empty();
    }
}
