package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.PublishedVersionList;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;

/** {@code cco release list}: lists the versions in a repository. */
final class ReleaseListCommand implements Command {

    @ParametersDelegate
    private final ProjectOption project = new ProjectOption();

    @Parameter(names = RepositoryOption.NAME)
    private Path folder;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        arguments.excludes(RepositoryOption.NAME, "--project");
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Path repository = folder == null ? project.read().repository() : folder;
        new PublishedVersionList(new PublishedReleases(repository).manifest()).show(context.console());
        return ExitCode.OK;
    }
}
