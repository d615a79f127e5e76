package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.StatusReport;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.UntrustedBytes;
import cco.publisher.signing.RememberedDigests;
import cco.publisher.signing.RepositoryCheck;
import cco.publisher.signing.RepositoryStatus;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** {@code cco release check}: verifies a repository as a client does, and shows when its metadata expires. */
final class ReleaseCheckCommand implements Command {

    @ParametersDelegate
    private final RepositoryOption repository = new RepositoryOption();

    @Parameter(names = "--root")
    private Path root;

    @Parameter(names = "--full")
    private boolean full;

    @Parameter(names = "--within")
    private Integer within = 0;

    private final InstantSource clock = InstantSource.system();

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        repository.require(arguments);
        if (within < 0) {
            throw arguments.refuse(Arguments.invalid("--within", within, "a number of days"));
        }
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        RepositoryStatus status;
        try (RememberedDigests digests = digests(context.dirs().cache())) {
            status = new RepositoryCheck(repository.folder(), anchor(), digests).check(clock.instant());
        }
        new StatusReport(context.console(), clock).checked(status);
        return status.firstToExpire().daysLeft(clock.instant()) < within ? ExitCode.EXPIRES_SOON : ExitCode.OK;
    }

    private RememberedDigests digests(Path cache) throws UsageException {
        return full
                ? RememberedDigests.forgetting(cache, repository.folder(), clock)
                : RememberedDigests.in(cache, repository.folder(), clock);
    }

    private Optional<UntrustedBytes> anchor() throws UsageException {
        if (root == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UntrustedBytes(root.toString(), Files.readAllBytes(root)));
        } catch (IOException e) {
            throw new UsageException(IoReason.explain("cannot read " + root, e), "check the value of --root", e);
        }
    }
}
