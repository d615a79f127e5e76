package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.publisher.repository.PublishedReleases;
import cco.publisher.site.SiteWriter;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code cco release site}: writes the download page and the guides of a repository. */
final class ReleaseSiteCommand implements Command {

    @ParametersDelegate
    private final RepositoryOption repository = new RepositoryOption();

    @ParametersDelegate
    private final DetailOptions details = new DetailOptions();

    @Parameter(names = "--license-file")
    private Path licenseFile;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        repository.require(arguments);
        details.require(arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        AppName app = new PublishedReleases(repository.folder()).manifest().app();
        List<String> files =
                new SiteWriter(repository.folder()).write(details.details(app), Optional.ofNullable(licenseFile));
        context.console()
                .result(
                        Event.named("site").with("app", app).with("files", files.size()),
                        List.of("wrote " + repository.folder().resolve("index.html") + " and " + (files.size() - 1)
                                + " other files"));
        return ExitCode.OK;
    }
}
