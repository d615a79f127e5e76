package cco.core.config;

import cco.core.config.EffectiveSetting.From;
import cco.core.toml.KeyPath;
import java.util.Optional;

/**
 * The effective value as TOML, and its origin.
 *
 * @param where the file or variable; empty for a default
 */
record ResolvedValue(Optional<Object> value, From from, String where) {

    static ResolvedValue defaultOf(Setting<?> setting) {
        return new ResolvedValue(setting.defaultValue(), From.DEFAULT, "");
    }

    /** The setting as shown to the user, without secrets. */
    EffectiveSetting shown(KeyPath key, String doc) {
        return new EffectiveSetting(key, value.map(secret -> Redaction.redacted(key, secret)), from, where, doc);
    }
}
