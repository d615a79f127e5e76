package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Version;
import cco.publisher.pack.PackRequest;
import cco.publisher.repository.Publisher;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.List;

/** {@code cco release pack}: makes a release archive from a folder. */
final class ReleasePackCommand implements Command {

    @Parameter(names = "--app")
    private AppName app;

    @Parameter(names = "--version")
    private Version version;

    @Parameter(names = "--platform")
    private Platform platform;

    @Parameter(names = "--output")
    private Path output;

    private Path folder;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        folder = arguments.required("FOLDER", Path.class);
        arguments.end();
        arguments.requires("--app", "--version", "--platform", "--output");
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        Path archive = new Publisher().pack(PackRequest.of(app, version, platform, folder), output);
        session.console().result(Event.named("packed").with("archive", archive), List.of(archive.toString()));
        return ExitCode.OK;
    }
}
