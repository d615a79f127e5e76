package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.publisher.signing.ExpiryPolicy;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.RepositoryStatus;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;

/** {@code cco release init}: makes a publisher's keys, and begins the signed metadata of a repository. */
final class ReleaseInitCommand implements Command {

    @Parameter(names = "--app")
    private AppName app;

    @ParametersDelegate
    private final SigningOptions signing = new SigningOptions();

    @Parameter(names = "--root-key")
    private String rootKey;

    @Parameter(names = "--targets-key")
    private String targetsKey;

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
        arguments.requires("--app", "--repository");
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        PublisherKeys signers =
                signing.signers(session, app).naming(KeyRole.ROOT, rootKey).naming(KeyRole.TARGETS, targetsKey);
        ExpiryPolicy lifetimes = new ExpiryPolicy(rootDays, targetsDays, snapshotDays, timestampDays);
        RepositoryStatus standing = signing.metadata().init(app, signers::openOrCreate, lifetimes);
        signers.rememberAll();
        Path root = signing.repository().resolve("metadata").resolve("1.root.json");
        Event event = Event.named("initialized").with("app", standing.app()).with("root", root);
        session.console().report(event, "created signing metadata for " + app + "; give your users " + root);
        session.console().hint("back up the keys: without the root key, you cannot replace any of them");
        return ExitCode.OK;
    }
}
