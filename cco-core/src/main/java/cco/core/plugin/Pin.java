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
record Pin(String id, String version, String file, Sha256 sha256, List<Ability> provides) {

    Pin {
        provides = List.copyOf(provides);
    }

    Optional<Ability> ability(String service, String name) {
        return provides.stream()
                .filter(ability -> ability.service().equals(service) && ability.id().equals(name))
                .findFirst();
    }

    /** Says which of its abilities another plugin has too. */
    Optional<Ability> rivalry(Pin other) {
        return provides.stream()
                .filter(mine -> other.provides.stream().anyMatch(mine::rivals))
                .findFirst();
    }
}
