package cco.core.config;

import cco.core.config.EffectiveSetting.From;
import cco.core.toml.KeyPath;
import java.util.Optional;

/**
 * The TOML value of a setting with its origin.
 *
 * @param where the file or environment variable; empty for a default
 */
record ResolvedValue(Optional<Object> value, From from, String where) {

    static ResolvedValue initially(Setting<?> setting) {
        return new ResolvedValue(setting.initial(), From.DEFAULT, "");
    }

    /** The value for display, without passwords. */
    EffectiveSetting shown(KeyPath key, String doc) {
        return new EffectiveSetting(key, value.map(secret -> Redaction.redacted(key, secret)), from, where, doc);
    }
}
