package cco.cli.command;

import cco.cli.console.InterruptNotice;
import cco.cli.parse.Arguments;
import cco.cli.parse.NoSplitting;
import cco.cli.report.ExitCode;
import cco.cli.report.MirrorReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.mirror.MirrorRequest;
import cco.core.mirror.MirrorResult;
import cco.core.model.AppName;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;

/** {@code cco mirror sync}: copies a release repository into a folder, verified. */
final class MirrorSyncCommand implements Command {

    @ParametersDelegate
    private final SourceOptions source = new SourceOptions();

    @Parameter(names = "--to", splitter = NoSplitting.class)
    private Path folder;

    private AppName app;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.required("APP", AppName.class);
        arguments.end();
        arguments.requires("--to");
        source.accept(arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        MirrorRequest request = source.request(app, context.env().bundle());
        try (InterruptNotice _ = InterruptNotice.toContinue(context.console())) {
            MirrorResult result = context.mirror(folder).sync(request);
            MirrorReport.copied(context.console(), app, folder, result);
        }
        return ExitCode.OK;
    }
}
