package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.parse.NoSplitting;
import cco.cli.report.ExitCode;
import cco.cli.report.MirrorReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.mirror.MirrorRequest;
import cco.core.mirror.MirrorResult;
import cco.core.model.AppName;
import cco.publisher.mirror.MirrorArchive;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.Optional;

/** {@code cco mirror import}: verifies an exported file and adds it to a mirror. */
final class MirrorImportCommand implements Command {

    @ParametersDelegate
    private final KeyOptions keys = new KeyOptions();

    @Parameter(names = "--to", splitter = NoSplitting.class)
    private Path folder;

    private Path file;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        file = arguments.required("FILE", Path.class);
        arguments.end();
        arguments.requires("--to");
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        try (MirrorArchive.Unpacked unpacked = new MirrorArchive(file).unpack(folder, context.progress())) {
            AppName app = unpacked.app();
            MirrorRequest request = keys.request(
                    app,
                    Optional.of(SourceArgument.folder(unpacked.folder())),
                    context.env().bundle());
            MirrorResult result = context.mirror(folder).sync(request);
            MirrorReport.copied(context.console(), app, folder, result);
        }
        return ExitCode.OK;
    }
}
