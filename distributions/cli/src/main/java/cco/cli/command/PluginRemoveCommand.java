package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.config.Configuration;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.plugin.PluginFolder;
import cco.core.plugin.PluginStatus;
import cco.core.plugin.ProvidedService;
import com.beust.jcommander.Parameter;
import java.util.List;

/** {@code cco plugin remove}: stops trusting a plugin and deletes it. */
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
    public ExitCode run(CommandContext context) throws CcoException {
        PluginFolder folder = new PluginFolder(context.dirs().plugins());
        if (!force) {
            Configuration settings = context.settings();
            for (PluginStatus plugin : folder.list()) {
                for (ProvidedService service :
                        plugin.id().equals(id) ? plugin.provides() : List.<ProvidedService>of()) {
                    requireUnused(service, settings);
                }
            }
        }
        folder.remove(id);
        context.console().report(Event.named("removed").with("plugin", id), "removed " + id);
        return ExitCode.OK;
    }

    private void requireUnused(ProvidedService service, Configuration settings) throws UsageException {
        for (AppName app : settings.apps()) {
            String section = app.equals(AppName.CCO) ? "" : "apps." + app + ".";
            if (service.service().equals("verifier")
                    && settings.requiredVerifiers(app).contains(service.id())) {
                throw inUse(service, section + "verifiers.required");
            }
            if (service.service().equals("source")
                    && settings.updates(app).sources().contains(service.id())) {
                throw inUse(service, section + "updates.source");
            }
        }
    }

    private UsageException inUse(ProvidedService service, String key) {
        return new UsageException(
                "plugin " + id + " is in use: " + key + " contains its " + service,
                "remove " + service.id() + " with `cco config set " + key + " ...` first, or pass --force");
    }
}
