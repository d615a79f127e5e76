package cco.core.config;

import java.util.Optional;
import java.util.Set;

/** Which settings the sources read from their tables; asked only about sources that have a table. */
@FunctionalInterface
public interface SourceKeys {

    /** The keys of the source of this id; nothing if it is not known, and then its table is left unchecked. */
    Optional<Set<String>> of(String id);
}
