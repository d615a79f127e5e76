package cco.cli.command;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.RepositoryStatus;
import cco.publisher.signing.TufRepository;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.time.InstantSource;

/** The options of every command that signs: the repository, where its keys are, and the key that each of them needs. */
final class SigningOptions {

    @Parameter(names = "--repository")
    private Path repository;

    @Parameter(names = "--keys")
    private Path keys;

    @Parameter(names = "--online-key")
    private String onlineKey;

    Path repository() {
        return repository;
    }

    /** What is signed. */
    TufRepository metadata() {
        return new TufRepository(repository, InstantSource.system());
    }

    /** The keys of a repository that has metadata. */
    PublisherKeys signers(CommandContext session) throws CcoException {
        return signers(session, RepositoryStatus.of(repository).app());
    }

    /** The keys of an app. */
    PublisherKeys signers(CommandContext session, AppName app) throws UsageException {
        return new PublisherKeys(session, app, keys).naming(KeyRole.ONLINE, onlineKey);
    }
}
