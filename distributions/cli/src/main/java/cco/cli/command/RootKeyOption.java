package cco.cli.command;

import cco.core.error.UsageException;
import cco.publisher.signing.KeyRole;
import com.beust.jcommander.Parameter;

/** The option {@code --root-key}. */
final class RootKeyOption {

    @Parameter(names = "--root-key")
    private String key;

    PublisherKeys in(PublisherKeys keys) throws UsageException {
        return keys.with(KeyRole.ROOT, key);
    }
}
