package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.RepositoryStatus;
import cco.publisher.signing.TufRepository;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.time.InstantSource;

/** The options of every command that signs: the repository, the folder of its keys, and the online key. */
final class SigningOptions {

    @ParametersDelegate
    private final RepositoryOption repository = new RepositoryOption();

    @Parameter(names = "--keys")
    private Path keys;

    @Parameter(names = "--online-key")
    private String onlineKey;

    void require(Arguments arguments) throws UsageException {
        repository.require(arguments);
    }

    Path repository() {
        return repository.folder();
    }

    /** The metadata to sign. */
    TufRepository metadata() {
        return new TufRepository(repository.folder(), InstantSource.system());
    }

    /** The keys of a repository that has metadata. */
    PublisherKeys keys(CommandContext context) throws CcoException {
        return keys(context, RepositoryStatus.of(repository.folder()).app());
    }

    /** The keys of an app. */
    PublisherKeys keys(CommandContext context, AppName app) throws UsageException {
        return new PublisherKeys(context, app, keys).with(KeyRole.ONLINE, onlineKey);
    }
}
