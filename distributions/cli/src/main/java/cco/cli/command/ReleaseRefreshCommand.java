package cco.cli.command;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.publish.Standing;
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
    public ExitCode run(Session session) throws CcoException {
        Standing standing = signing.metadata().refresh(signing.signers(session));
        new Standings(session.console(), InstantSource.system()).signed("refreshed", standing);
        return ExitCode.OK;
    }
}
