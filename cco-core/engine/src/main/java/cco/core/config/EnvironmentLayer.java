package cco.core.config;

import cco.core.config.Effective.From;
import cco.core.error.UsageException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What environment variables say for one run. They outrank the user's file, never the administrator's. Other variables
 * that begin with {@code CCO_} mean nothing here.
 */
record Overrides(Map<Setting<?>, Decision> values) {

    Overrides {
        values = Map.copyOf(values);
    }

    /**
     * Reads the variables of all settings.
     *
     * @throws UsageException naming the variable whose value cannot be used
     */
    static Overrides of(Env env) throws UsageException {
        Map<Setting<?>, Decision> values = new HashMap<>();
        for (Setting<?> setting : Schema.ALL) {
            Optional<String> typed = setting.variable().flatMap(env::variable);
            if (typed.isPresent()) {
                values.put(setting, decision(setting, setting.variable().get(), typed.get()));
            }
        }
        return new Overrides(values);
    }

    private static Decision decision(Setting<?> setting, String variable, String typed) throws UsageException {
        Object value = setting.kind().typed().apply(typed);
        if (setting.kind().read(value).isEmpty()) {
            throw new UsageException(
                    "the variable " + variable + " must be " + setting.kind().expected() + ", not "
                            + TomlWriter.quoted(Secrets.redacted(typed)),
                    "correct or unset it; it stands for " + setting.key());
        }
        return new Decision(Optional.of(value), From.ENVIRONMENT, variable);
    }

    Optional<Decision> value(Setting<?> setting) {
        return Optional.ofNullable(values.get(setting));
    }
}
