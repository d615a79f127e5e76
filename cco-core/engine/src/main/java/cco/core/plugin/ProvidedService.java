package cco.core.plugin;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A service that a plugin provides.
 *
 * @param service {@code source}, {@code verifier} or {@code installer}
 * @param id its name in the configuration
 * @param keys the settings that a source reads from its table
 */
public record ProvidedService(String service, String id, Set<String> keys) {

    /** Copies the keys. */
    public ProvidedService {
        Objects.requireNonNull(service);
        Objects.requireNonNull(id);
        keys = Collections.unmodifiableSet(new TreeSet<>(keys));
    }

    /** Returns whether both have the same name in the configuration. */
    boolean hasSameName(ProvidedService other) {
        return service.equals(other.service) && id.equals(other.id);
    }

    /** {@return the service in messages, such as {@code verifier acme}} */
    @Override
    public String toString() {
        return service + " " + id;
    }
}
