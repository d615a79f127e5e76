package cco.cli.command;

import cco.api.BadSettingException;
import cco.core.config.SourceConfig;
import cco.core.config.SourceKeys;
import cco.core.env.Env;
import cco.core.error.PluginException;
import cco.core.plugin.Providers;
import java.util.Optional;
import java.util.Set;

/** Asks the sources themselves which keys and values they accept. */
record ProvidedSourceKeys(Providers providers) implements SourceKeys {

    @Override
    public Optional<Set<String>> of(String id) {
        return providers.sourceKeys(id);
    }

    @Override
    public void check(SourceConfig table, Env env) throws BadSettingException {
        try {
            providers.origins(table.id(), variables -> table.settings(variables, env));
        } catch (PluginException missing) {
            // A table may be written before its plugin is installed.
        }
    }
}
