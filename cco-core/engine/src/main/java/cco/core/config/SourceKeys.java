package cco.core.config;

import cco.api.BadSettingException;
import cco.core.env.Env;
import java.util.Optional;
import java.util.Set;

/** Looks up the keys that a source reads from its table. */
@FunctionalInterface
public interface SourceKeys {

    /** The keys of a source; empty if it is unknown, and then its table is not checked. */
    Optional<Set<String>> of(String id);

    /**
     * Lets a source check its table.
     *
     * @throws BadSettingException if the source refuses a value, or misses one
     */
    default void check(SourceConfig table, Env env) throws BadSettingException {}
}
