package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.pack.PackRequest;
import cco.publisher.pack.Packer;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.List;

/** {@code cco release pack}: creates a release archive from a folder. */
final class ReleasePackCommand implements Command {

    @ParametersDelegate
    private final BuildOptions identity = new BuildOptions();

    @Parameter(names = "--output")
    private Path output;

    private Path folder;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        folder = arguments.required("FOLDER", Path.class);
        arguments.end();
        identity.require(arguments);
        arguments.requires("--output");
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Path archive = new Packer()
                .pack(PackRequest.of(identity.app(), identity.version(), identity.platform(), folder), output);
        context.console().result(Event.named("packed").with("archive", archive), List.of(archive.toString()));
        return ExitCode.OK;
    }
}
