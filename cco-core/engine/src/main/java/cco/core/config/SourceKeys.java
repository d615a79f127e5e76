package cco.core.config;

import java.util.Optional;
import java.util.Set;

/** The keys that sources read from their tables. */
@FunctionalInterface
public interface SourceKeys {

    /**
     * Returns the keys of a source.
     *
     * @param id the id of the source
     * @return the keys; empty if the source is unknown, so that its table is not checked
     */
    Optional<Set<String>> of(String id);
}
