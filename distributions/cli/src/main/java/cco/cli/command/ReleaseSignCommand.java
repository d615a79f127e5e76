package cco.cli.command;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.publish.KeyRole;
import cco.core.publish.Standing;
import cco.core.publish.TufRepository;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.time.InstantSource;

/** {@code cco release sign}: signs what the manifest says now, so that users see it. */
final class ReleaseSignCommand implements Command {

    @Parameter(names = "--repository")
    private Path repository;

    @Parameter(names = "--keys")
    private Path keys;

    @Parameter(names = "--root-key")
    private String rootKey;

    @Parameter(names = "--targets-key")
    private String targetsKey;

    @Parameter(names = "--online-key")
    private String onlineKey;

    @Parameter(names = "--renew-root")
    private boolean renewRoot;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        arguments.requires("--repository");
    }

    @Override
    public ExitCode run(Session session) throws CcoException {
        PublisherKeys signers = new PublisherKeys(session, Standing.of(repository).app(), keys)
                .naming(KeyRole.ROOT, rootKey)
                .naming(KeyRole.TARGETS, targetsKey)
                .naming(KeyRole.ONLINE, onlineKey);
        TufRepository metadata = new TufRepository(repository, InstantSource.system());
        if (renewRoot) {
            metadata.renewRoot(signers);
        }
        new Standings(session.console(), InstantSource.system()).signed("signed", metadata.sign(signers));
        return ExitCode.OK;
    }
}
