package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.parse.NoSplitting;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.publisher.bootstrap.PublicAddress;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code cco release installers}: writes the scripts with which users install the app by one line. */
final class ReleaseInstallersCommand implements Command {

    @ParametersDelegate
    private final RepositoryOption repository = new RepositoryOption();

    @Parameter(names = "--address", splitter = NoSplitting.class)
    private String address;

    @Parameter(names = "--cco", splitter = NoSplitting.class)
    private String cco;

    @Parameter(names = "--cco-root", splitter = NoSplitting.class)
    private Path ccoRoot;

    private Arguments arguments;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        repository.require(arguments);
        arguments.requires("--address");
        this.arguments = arguments;
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Console console = context.console();
        PublicAddress place = PublicAddress.of(address);
        AppName app = new PublishedReleases(repository.folder()).manifest().app();
        ScriptWriter writer =
                new ScriptWriter(context, arguments, Optional.ofNullable(cco), Optional.ofNullable(ccoRoot));
        List<Path> written = writer.write(repository.folder(), app, place);
        for (Path file : written) {
            console.report(Event.named("script").with("path", file), "wrote " + file);
        }
        if (written.isEmpty()) {
            console.note("all scripts are up to date");
        }
        console.hint("once the repository is uploaded, users can type:", place.shellCommand());
        return ExitCode.OK;
    }
}
