package cco.core.config;

import cco.core.config.EffectiveSetting.From;
import cco.core.toml.KeyPath;
import java.util.Optional;

/**
 * The value that holds, as TOML has it, and who decided.
 *
 * @param where the file or the variable; empty for a default
 */
record ResolvedValue(Optional<Object> value, From from, String where) {

    static ResolvedValue initially(Setting<?> setting) {
        return new ResolvedValue(setting.initial(), From.DEFAULT, "");
    }

    /** What the user is shown of it: no password. */
    EffectiveSetting shown(KeyPath key, String doc) {
        return new EffectiveSetting(key, value.map(secret -> Redaction.redacted(key, secret)), from, where, doc);
    }
}
