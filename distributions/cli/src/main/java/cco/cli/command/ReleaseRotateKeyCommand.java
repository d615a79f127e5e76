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

/** {@code cco release rotate-key}: gives a role another key, which clients learn from the root key. */
final class ReleaseRotateKeyCommand implements Command {

    @ParametersDelegate
    private final SigningOptions signing = new SigningOptions();

    @Parameter(names = "--new")
    private String replacement;

    @Parameter(names = "--old")
    private String old;

    @Parameter(names = "--lost")
    private boolean lost;

    @Parameter(names = "--root-key")
    private String rootKey;

    private KeyRole role;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        String word = arguments.required("ROLE", String.class);
        role = KeyRole.of(word)
                .orElseThrow(() -> arguments.refuse(Arguments.invalid("ROLE", word, "root, targets or online")));
        arguments.end();
        arguments.requires("--repository", "--new");
        arguments.excludes("--lost", "--old");
        if (lost && role == KeyRole.ROOT) {
            throw arguments.refuse("a lost root key cannot be replaced: only the root key can sign its replacement");
        }
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        PublisherKeys signers =
                signing.signers(session).naming(KeyRole.ROOT, rootKey).naming(role, old);
        Signer key = signers.replacement(role, replacement);
        RepositoryStatus standing = lost
                ? signing.metadata().rotateLost(role, key, signers)
                : signing.metadata().rotate(role, key, signers);
        signers.remember(role, replacement);
        new StatusReport(session.console(), InstantSource.system()).signed("rotated", standing);
        return ExitCode.OK;
    }
}
