package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.StatusReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.keys.Signer;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.RepositoryStatus;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.time.InstantSource;
import java.util.List;

/** {@code cco release rotate-key}: replaces the key of a role; the root key tells clients. */
final class ReleaseRotateKeyCommand implements Command {

    @ParametersDelegate
    private final SigningOptions signing = new SigningOptions();

    @Parameter(names = "--new")
    private String replacement;

    @Parameter(names = "--old")
    private String old;

    @Parameter(names = "--lost")
    private boolean lost;

    @ParametersDelegate
    private final RootKeyOption rootKey = new RootKeyOption();

    private static final List<String> ROLES = List.of("root", "targets", "online");

    private KeyRole role;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        role = KeyRole.of(arguments.choice(ROLES)).orElseThrow();
        arguments.end();
        signing.require(arguments);
        arguments.requires("--new");
        arguments.excludes("--lost", "--old");
        if (lost && role == KeyRole.ROOT) {
            throw arguments.refuse("a lost root key cannot be replaced: only the root key can sign its replacement");
        }
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        PublisherKeys keys = rootKey.in(signing.keys(context)).with(role, old);
        Signer key = keys.replacement(role, replacement);
        RepositoryStatus status = lost
                ? signing.metadata().rotateLost(role, key, keys)
                : signing.metadata().rotate(role, key, keys);
        keys.remember(role, replacement);
        new StatusReport(context.console(), InstantSource.system()).signed("rotated", status);
        return ExitCode.OK;
    }
}
