package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.core.error.UsageException;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;

/** The option {@code --repository}, which every command on a release repository requires. */
final class RepositoryOption {

    static final String NAME = "--repository";

    @Parameter(names = NAME)
    private Path folder;

    void require(Arguments arguments) throws UsageException {
        arguments.requires(NAME);
    }

    Path folder() {
        return folder;
    }
}
