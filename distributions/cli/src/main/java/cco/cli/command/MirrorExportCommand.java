package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.console.InterruptNotice;
import cco.cli.console.Units;
import cco.cli.parse.Arguments;
import cco.cli.parse.NoSplitting;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.mirror.MirrorRequest;
import cco.core.model.AppName;
import cco.publisher.mirror.MirrorArchive;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.List;

/** {@code cco mirror export}: copies a release repository into one file, for machines without a network. */
final class MirrorExportCommand implements Command {

    @ParametersDelegate
    private final SourceOptions source = new SourceOptions();

    @Parameter(names = "--to", splitter = NoSplitting.class)
    private Path file;

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
        MirrorArchive archive = new MirrorArchive(file);
        try (InterruptNotice _ = InterruptNotice.toContinue(context.console())) {
            context.mirror(archive.folder()).sync(request);
            long bytes = archive.pack(app);
            Event event =
                    Event.named("exported").with("app", app).with("file", file).with("bytes", bytes);
            context.console().result(event, List.of("wrote " + file + ", " + Units.bytes(bytes)));
        }
        return ExitCode.OK;
    }
}
