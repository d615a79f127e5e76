package cco.cli.command;

import cco.core.error.UsageException;
import cco.publisher.signing.KeyRole;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;

/** The options {@code --root-key} and {@code --targets-key}. */
final class OfflineKeyOptions {

    @ParametersDelegate
    private final RootKeyOption root = new RootKeyOption();

    @Parameter(names = "--targets-key")
    private String targetsKey;

    PublisherKeys in(PublisherKeys keys) throws UsageException {
        return root.in(keys).with(KeyRole.TARGETS, targetsKey);
    }
}
