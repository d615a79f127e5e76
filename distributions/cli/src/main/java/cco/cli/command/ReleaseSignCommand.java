package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.StatusReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.signing.RepositoryStatus;
import cco.publisher.signing.TufRepository;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.time.InstantSource;

/** {@code cco release sign}: signs the published releases, so that users see them. */
final class ReleaseSignCommand implements Command {

    @ParametersDelegate
    private final SigningOptions signing = new SigningOptions();

    @ParametersDelegate
    private final OfflineKeyOptions offlineKeys = new OfflineKeyOptions();

    @Parameter(names = "--renew-root")
    private boolean renewRoot;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        signing.require(arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        PublisherKeys keys = offlineKeys.in(signing.keys(context));
        TufRepository metadata = signing.metadata();
        RepositoryStatus status = renewRoot ? metadata.renewRoot(keys) : metadata.sign(keys);
        new StatusReport(context.console(), InstantSource.system()).signed("signed", status);
        return ExitCode.OK;
    }
}
