package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.repository.AppDetails;
import cco.publisher.site.SiteWriter;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code cco release site}: writes the download page and the guides of a repository. */
final class ReleaseSiteCommand implements Command {

    @ParametersDelegate
    private final DetailOptions options = new DetailOptions();

    @Parameter(names = "--license-file")
    private Path licenseFile;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        options.check(arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        AppDetails details = options.details();
        Path repository = options.repository();
        List<String> files = new SiteWriter(repository).write(details, license());
        context.console()
                .result(
                        Event.named("site").with("app", details.app()).with("files", files.size()),
                        List.of("wrote " + repository.resolve("index.html") + " and " + (files.size() - 1)
                                + " other files"));
        return ExitCode.OK;
    }

    /** Without the option, the file LICENSE of the project. */
    private Optional<Path> license() throws UsageException {
        return licenseFile != null
                ? Optional.of(licenseFile)
                : options.project()
                        .map(project -> project.folder().resolve("LICENSE"))
                        .filter(Files::isRegularFile);
    }
}
