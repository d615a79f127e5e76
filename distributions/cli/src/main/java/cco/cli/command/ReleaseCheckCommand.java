package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.StatusReport;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.UntrustedBytes;
import cco.publisher.signing.RepositoryCheck;
import cco.publisher.signing.RepositoryStatus;
import com.beust.jcommander.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** {@code cco release check}: looks at a repository as a client does, and tells how long it will be accepted. */
final class ReleaseCheckCommand implements Command {

    @Parameter(names = "--repository")
    private Path repository;

    @Parameter(names = "--root")
    private Path root;

    @Parameter(names = "--within")
    private Integer within = 0;

    private final InstantSource clock = InstantSource.system();

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        arguments.requires("--repository");
        if (within < 0) {
            throw arguments.refuse(Arguments.invalid("--within", within, "a number of days"));
        }
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        RepositoryStatus standing = new RepositoryCheck(repository, anchor()).check(clock.instant());
        new StatusReport(session.console(), clock).checked(standing);
        return standing.firstToExpire().daysLeft(clock.instant()) < within ? ExitCode.EXPIRES_SOON : ExitCode.OK;
    }

    private Optional<UntrustedBytes> anchor() throws UsageException {
        if (root == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UntrustedBytes(root.toString(), Files.readAllBytes(root)));
        } catch (IOException e) {
            throw new UsageException("cannot read " + root + ": " + IoReason.of(e), "check the value of --root", e);
        }
    }
}
