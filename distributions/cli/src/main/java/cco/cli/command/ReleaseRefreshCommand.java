package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.StatusReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.signing.RepositoryStatus;
import com.beust.jcommander.ParametersDelegate;
import java.time.InstantSource;

/** {@code cco release refresh}: says that nothing is newer, for a scheduled job. */
final class ReleaseRefreshCommand implements Command {

    @ParametersDelegate
    private final SigningOptions signing = new SigningOptions();

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        arguments.requires("--repository");
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        RepositoryStatus standing = signing.metadata().refresh(signing.signers(session));
        new StatusReport(session.console(), InstantSource.system()).signed("refreshed", standing);
        return ExitCode.OK;
    }
}
