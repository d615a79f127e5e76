package cco.core.config;

import cco.core.config.EffectiveSetting.From;
import cco.core.env.Env;
import cco.core.error.UsageException;
import cco.core.toml.TomlWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings from environment variables, for one run.
 *
 * <p>They take precedence over the user's file, but not over the administrator's. Other variables whose names start
 * with {@code CCO_} are ignored.
 */
record EnvironmentLayer(Map<Setting<?>, ResolvedValue> values) {

    EnvironmentLayer {
        values = Map.copyOf(values);
    }

    /**
     * Reads the variables of all settings.
     *
     * @throws UsageException if a value is invalid; the message names the variable
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
                    "correct or unset it; it stands for " + setting.key());
        }
        return new ResolvedValue(Optional.of(value), From.ENVIRONMENT, variable);
    }

    Optional<ResolvedValue> value(Setting<?> setting) {
        return Optional.ofNullable(values.get(setting));
    }
}
