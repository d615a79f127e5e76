package cco.core.config;

import cco.core.config.EffectiveSetting.From;
import cco.core.env.Env;
import cco.core.error.UsageException;
import cco.core.toml.TomlWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings from environment variables. They outrank the user's file but not the administrator's. Other variables
 * that
 * start with {@code CCO_} are ignored.
 */
record EnvironmentLayer(Map<Setting<?>, ResolvedValue> values) {

    EnvironmentLayer {
        values = Map.copyOf(values);
    }

    /**
     * Reads the variables of all settings.
     *
     * @throws UsageException naming the variable with an invalid value
     */
    static EnvironmentLayer of(Env env) throws UsageException {
        Map<Setting<?>, ResolvedValue> values = new HashMap<>();
        for (Setting<?> setting : Schema.ALL) {
            Optional<String> typed = setting.variable().flatMap(env::variable);
            if (typed.isPresent()) {
                values.put(setting, decision(setting, setting.variable().get(), typed.get()));
            }
        }
        return new EnvironmentLayer(values);
    }

    private static ResolvedValue decision(Setting<?> setting, String variable, String typed) throws UsageException {
        Object value = setting.kind().typed().apply(typed);
        if (setting.kind().read(value).isEmpty()) {
            throw new UsageException(
                    "the variable " + variable + " must be " + setting.kind().expected() + ", not "
                            + TomlWriter.quoted(Redaction.redacted(typed)),
                    "correct or unset it; it overrides " + setting.key());
        }
        return new ResolvedValue(Optional.of(value), From.ENVIRONMENT, variable);
    }

    Optional<ResolvedValue> value(Setting<?> setting) {
        return Optional.ofNullable(values.get(setting));
    }
}
