package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.StatusReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.signing.RepositoryStatus;
import com.beust.jcommander.ParametersDelegate;
import java.time.InstantSource;

/** {@code cco release refresh}: renews the timestamp, for a scheduled job. */
final class ReleaseRefreshCommand implements Command {

    @ParametersDelegate
    private final SigningOptions signing = new SigningOptions();

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        signing.require(arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        RepositoryStatus status = signing.metadata().refresh(signing.keys(context));
        new StatusReport(context.console(), InstantSource.system()).signed("refreshed", status);
        return ExitCode.OK;
    }
}
