package cco.core.config;

import cco.api.BadSettingException;
import cco.core.env.Env;
import java.util.Optional;
import java.util.Set;

/** Looks up the keys that a source reads from its table. */
@FunctionalInterface
public interface SourceKeys {

    /**
     * {@return the keys of a source; empty if it is unknown, and then its table is not checked}
     *
     * @param id the id
     */
    Optional<Set<String>> of(String id);

    /**
     * Lets a source check its table.
     *
     * @param table the table
     * @param env the environment
     * @throws BadSettingException if the source refuses a value, or misses one
     */
    default void check(SourceConfig table, Env env) throws BadSettingException {}
}
