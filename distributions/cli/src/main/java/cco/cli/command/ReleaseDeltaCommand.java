package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.ManifestChangeReport;
import cco.cli.report.PublishReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.publisher.delta.DeltaPublisher;
import cco.publisher.delta.DeltaResult;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** {@code cco release delta}: lets users of older versions download only what changed. */
final class ReleaseDeltaCommand implements Command {

    @ParametersDelegate
    private final RepositoryOption repository = new RepositoryOption();

    @Parameter(names = "--from")
    private List<Version> from = new ArrayList<>();

    private Version version;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        version = arguments.required("VERSION", Version.class);
        arguments.end();
        repository.require(arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Console console = context.console();
        AppName app = new PublishedReleases(repository.folder()).manifest().app();
        List<DeltaResult> results = new DeltaPublisher(repository.folder()).publish(version, new LinkedHashSet<>(from));
        PublishReport report = new PublishReport(console, app, version);
        for (DeltaResult result : results) {
            report.delta(result);
        }
        if (results.isEmpty()) {
            console.note("the repository has no older version with a build for the same platform");
        }
        ManifestChangeReport.remindToSign(
                console, repository.folder(), context.dirs().keys(app));
        return ExitCode.OK;
    }
}
