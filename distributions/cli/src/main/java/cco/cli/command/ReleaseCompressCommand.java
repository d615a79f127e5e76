package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.ManifestChangeReport;
import cco.cli.report.PublishReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.publisher.publish.ArchiveCompressor;
import cco.publisher.publish.CompressedArchive;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.ParametersDelegate;
import java.util.List;

/** {@code cco release compress}: lets users download smaller archives. */
final class ReleaseCompressCommand implements Command {

    @ParametersDelegate
    private final RepositoryOption repository = new RepositoryOption();

    private Version version;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        version = arguments.required("VERSION", Version.class);
        arguments.end();
        repository.require(arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        AppName app = new PublishedReleases(repository.folder()).manifest().app();
        List<CompressedArchive> results = new ArchiveCompressor(repository.folder()).compress(version);
        results.forEach(new PublishReport(context.console(), app, version)::compressed);
        if (results.isEmpty()) {
            context.console().note("the repository has no archive of " + version + " that could be smaller");
        }
        ManifestChangeReport.remindToSign(
                context.console(), repository.folder(), context.dirs().keys(app));
        return ExitCode.OK;
    }
}
