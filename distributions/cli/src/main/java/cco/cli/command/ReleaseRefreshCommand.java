package cco.cli.command;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.publish.KeyRole;
import cco.core.publish.Standing;
import cco.core.publish.TufRepository;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.time.InstantSource;

/** {@code cco release refresh}: says that nothing is newer, for a scheduled job. */
final class ReleaseRefreshCommand implements Command {

    @Parameter(names = "--repository")
    private Path repository;

    @Parameter(names = "--keys")
    private Path keys;

    @Parameter(names = "--online-key")
    private String onlineKey;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        arguments.requires("--repository");
    }

    @Override
    public ExitCode run(Session session) throws CcoException {
        PublisherKeys signers = new PublisherKeys(session, Standing.of(repository).app(), keys)
                .naming(KeyRole.ONLINE, onlineKey);
        Standing standing = new TufRepository(repository, InstantSource.system()).refresh(signers);
        new Standings(session.console(), InstantSource.system()).signed("refreshed", standing);
        return ExitCode.OK;
    }
}
