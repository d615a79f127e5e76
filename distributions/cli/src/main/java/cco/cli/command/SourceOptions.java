package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.parse.NoSplitting;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.mirror.MirrorRequest;
import cco.core.model.AppName;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The place of the releases to copy, {@code --from}, and their trust mode. Without it, the configured sources. */
final class SourceOptions {

    @Parameter(names = "--from", splitter = NoSplitting.class)
    private List<String> from = new ArrayList<>();

    @ParametersDelegate
    private final KeyOptions keys = new KeyOptions();

    private Optional<SourceArgument> place = Optional.empty();

    /** Reads the place. */
    void accept(Arguments arguments) throws UsageException {
        if (!from.isEmpty()) {
            place = Optional.of(SourceArgument.of(from, arguments));
        } else if (keys.isTyped()) {
            throw arguments.refuse("--root, --gpg-key and --trust require --from");
        }
    }

    MirrorRequest request(AppName app, Optional<Path> bundle) throws CcoException {
        return keys.request(app, place, bundle);
    }
}
