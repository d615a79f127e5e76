package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.config.Settings;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.plugin.PluginFolder;
import cco.core.plugin.PluginStatus;
import cco.core.plugin.ProvidedService;
import com.beust.jcommander.Parameter;
import java.util.List;

/** {@code cco plugin remove}: trusts a plugin no more. */
final class PluginRemoveCommand implements Command {

    @Parameter(names = "--force")
    private boolean force;

    private String id;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        id = arguments.required("ID", String.class);
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        PluginFolder folder = new PluginFolder(session.dirs().plugins());
        if (!force) {
            Settings settings = session.settings();
            for (PluginStatus plugin : folder.list()) {
                for (ProvidedService ability :
                        plugin.id().equals(id) ? plugin.provides() : List.<ProvidedService>of()) {
                    requireUnused(ability, settings);
                }
            }
        }
        folder.remove(id);
        session.console().report(Event.named("removed").with("plugin", id), "removed " + id);
        return ExitCode.OK;
    }

    private void requireUnused(ProvidedService ability, Settings settings) throws UsageException {
        for (AppName app : settings.apps()) {
            String tables = app.equals(AppName.CCO) ? "" : "apps." + app + ".";
            if (ability.service().equals("verifier")
                    && settings.requiredVerifiers(app).contains(ability.id())) {
                throw inUse(ability, tables + "verifiers.required");
            }
            if (ability.service().equals("source")
                    && settings.updates(app).sources().contains(ability.id())) {
                throw inUse(ability, tables + "updates.source");
            }
        }
    }

    private UsageException inUse(ProvidedService ability, String key) {
        return new UsageException(
                "plugin " + id + " is in use: " + key + " contains its " + ability,
                "remove " + ability.id() + " with `cco config set " + key + " ...` first, or pass --force");
    }
}
