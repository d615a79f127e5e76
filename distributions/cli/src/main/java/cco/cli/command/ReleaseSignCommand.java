package cco.cli.command;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.publish.KeyRole;
import cco.core.publish.TufRepository;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.time.InstantSource;

/** {@code cco release sign}: signs what the manifest says now, so that users see it. */
final class ReleaseSignCommand implements Command {

    @ParametersDelegate
    private final SigningOptions signing = new SigningOptions();

    @Parameter(names = "--root-key")
    private String rootKey;

    @Parameter(names = "--targets-key")
    private String targetsKey;

    @Parameter(names = "--renew-root")
    private boolean renewRoot;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        arguments.requires("--repository");
    }

    @Override
    public ExitCode run(Session session) throws CcoException {
        PublisherKeys signers = signing.signers(session)
                .naming(KeyRole.ROOT, rootKey)
                .naming(KeyRole.TARGETS, targetsKey);
        TufRepository metadata = signing.metadata();
        if (renewRoot) {
            metadata.renewRoot(signers);
        }
        new Standings(session.console(), InstantSource.system()).signed("signed", metadata.sign(signers));
        return ExitCode.OK;
    }
}
