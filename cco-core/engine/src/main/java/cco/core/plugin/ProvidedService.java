package cco.core.plugin;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that a plugin provides.
 *
 * @param service {@code source}, {@code verifier} or {@code installer}
 * @param id under which the configuration names it
 * @param keys the settings that a source reads from its table
 */
public record ProvidedService(String service, String id, Set<String> keys) {

    public ProvidedService {
        Objects.requireNonNull(service);
        Objects.requireNonNull(id);
        keys = Collections.unmodifiableSet(new TreeSet<>(keys));
    }

    /** Whether this and another cannot be told apart by the configuration. */
    boolean rivals(ProvidedService other) {
        return service.equals(other.service) && id.equals(other.id);
    }

    /** As people are told it, such as {@code verifier acme}. */
    @Override
    public String toString() {
        return service + " " + id;
    }
}
