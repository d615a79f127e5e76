package cco.core.config;

import cco.core.config.Effective.From;
import java.util.Optional;

/**
 * The value that holds, as TOML has it, and who decided.
 *
 * @param where the file or the variable; empty for a default
 */
record Decision(Optional<Object> value, From from, String where) {

    static Decision initially(Setting<?> setting) {
        return new Decision(setting.initial(), From.DEFAULT, "");
    }

    /** What the user is shown of it: no password. */
    Effective shown(KeyPath key, String doc) {
        return new Effective(key, value.map(secret -> Secrets.redacted(key, secret)), from, where, doc);
    }
}
