package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.VersionList;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.manifest.Manifest;
import cco.core.model.AppName;
import cco.core.update.InstalledApp;
import java.util.Optional;

/**
 * {@code cco versions}: what there is of an app. If its source cannot be reached, the installed versions are listed
 * all the same, and the command still ends with the source's error: a script must not take a part for the whole.
 */
final class VersionsCommand implements Command {

    private AppName app;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.optional("APP", AppName.class).orElse(AppName.CCO);
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        Optional<InstalledApp> installed = session.updater().installed().find(app);
        try {
            Manifest manifest = session.updater().manifest(app, Optional.empty());
            VersionList.released(app, manifest, installed).tell(session.console());
        } catch (SourceException e) {
            installed.ifPresent(app -> VersionList.installed(app).tell(session.console()));
            throw e;
        }
        return ExitCode.OK;
    }
}
