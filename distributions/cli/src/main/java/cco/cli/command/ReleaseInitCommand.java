package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.publisher.signing.ExpiryPolicy;
import cco.publisher.signing.RepositoryStatus;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;

/** {@code cco release init}: creates the keys and the signed metadata of a repository. */
final class ReleaseInitCommand implements Command {

    @Parameter(names = "--app")
    private AppName app;

    @ParametersDelegate
    private final SigningOptions signing = new SigningOptions();

    @ParametersDelegate
    private final OfflineKeyOptions offlineKeys = new OfflineKeyOptions();

    @Parameter(names = "--root-days")
    private Integer rootDays = ExpiryPolicy.DEFAULT.root();

    @Parameter(names = "--targets-days")
    private Integer targetsDays = ExpiryPolicy.DEFAULT.targets();

    @Parameter(names = "--snapshot-days")
    private Integer snapshotDays = ExpiryPolicy.DEFAULT.snapshot();

    @Parameter(names = "--timestamp-days")
    private Integer timestampDays = ExpiryPolicy.DEFAULT.timestamp();

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        arguments.requires("--app");
        signing.require(arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        PublisherKeys keys = offlineKeys.in(signing.keys(context, app));
        ExpiryPolicy expiry = new ExpiryPolicy(rootDays, targetsDays, snapshotDays, timestampDays);
        RepositoryStatus status = signing.metadata().init(app, keys::openOrCreate, expiry);
        keys.rememberAll();
        Path root = signing.repository().resolve("metadata").resolve("1.root.json");
        Event event = Event.named("initialized").with("app", status.app()).with("root", root);
        context.console().report(event, "created signing metadata for " + app + "; give your users " + root);
        context.console().hint("back up the keys: without the root key, you cannot replace any of them");
        return ExitCode.OK;
    }
}
