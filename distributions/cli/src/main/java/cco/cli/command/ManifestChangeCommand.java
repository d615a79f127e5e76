package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.ManifestChangeReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.Version;
import cco.publisher.repository.ManifestChange;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;

/** A command that changes what the manifest says about one version. */
abstract class ManifestChangeCommand implements Command {

    @ParametersDelegate
    private final RepositoryOption repository = new RepositoryOption();

    private Version version;

    @Override
    public final void accept(Arguments arguments) throws UsageException {
        version = arguments.required("VERSION", Version.class);
        arguments.end();
        checkOptions(arguments);
        repository.require(arguments);
    }

    @Override
    public final ExitCode run(CommandContext context) throws CcoException {
        Console console = context.console();
        ManifestChange change = change(new PublishedReleases(repository.folder()));
        report(console, change);
        ManifestChangeReport.remindToSign(
                console, repository.folder(), context.dirs().keys(change.now().app()));
        return ExitCode.OK;
    }

    Version version() {
        return version;
    }

    Path repository() {
        return repository.folder();
    }

    abstract void checkOptions(Arguments arguments) throws UsageException;

    abstract ManifestChange change(PublishedReleases releases) throws CcoException;

    abstract void report(Console console, ManifestChange change);
}
