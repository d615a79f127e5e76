package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.StatusReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.TufRepository;
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
    public ExitCode run(CommandContext session) throws CcoException {
        PublisherKeys signers =
                signing.signers(session).naming(KeyRole.ROOT, rootKey).naming(KeyRole.TARGETS, targetsKey);
        TufRepository metadata = signing.metadata();
        if (renewRoot) {
            metadata.renewRoot(signers);
        }
        new StatusReport(session.console(), InstantSource.system()).signed("signed", metadata.sign(signers));
        return ExitCode.OK;
    }
}
