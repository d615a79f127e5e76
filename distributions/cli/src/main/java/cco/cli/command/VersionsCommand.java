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
import com.beust.jcommander.Parameter;
import java.util.Optional;

/**
 * {@code cco versions}: lists the versions of an app.
 *
 * <p>If its source cannot be reached, only the installed versions are listed, and the command still fails: a script
 * must not mistake a partial list for the full one.
 */
final class VersionsCommand implements Command {

    @Parameter(names = "--limit")
    private Integer limit = Integer.MAX_VALUE;

    private AppName app;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.optional("APP", AppName.class).orElse(AppName.CCO);
        arguments.end();
        if (limit < 1) {
            throw arguments.refuse(Arguments.invalid("--limit", limit, "a number from 1"));
        }
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Optional<InstalledApp> installed = context.updater().installed().find(app);
        if (installed.isEmpty() && context.settings().updates(app).sources().isEmpty()) {
            context.updater().installed(app); // says that it is not installed, and what is
        }
        try {
            Manifest manifest = context.updater().manifest(app, Optional.empty());
            VersionList.released(app, manifest, installed).show(context.console(), limit);
        } catch (SourceException e) {
            installed.ifPresent(app -> VersionList.installed(app).show(context.console(), limit));
            throw e;
        }
        return ExitCode.OK;
    }
}
