package cco.cli.parse;

import cco.cli.console.OutputMode;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The options that every command has; they may stand before or after it. */
public final class GlobalOptions {

    /** The one of them that takes a value. */
    public static final String CONFIG = "--config";

    @Parameter(names = "--json")
    private boolean json;

    @Parameter(names = {"--quiet", "-q"})
    private boolean quiet;

    @Parameter(names = {"--verbose", "-v"})
    private boolean verbose;

    @Parameter(names = "--no-color")
    private boolean noColor;

    @Parameter(names = CONFIG)
    private Path config;

    @Parameter(names = {"--help", "-h"})
    private boolean help;

    /** How the user wants to be spoken to. */
    public OutputMode.Flags wishes() {
        return new OutputMode.Flags(json, quiet, verbose, noColor);
    }

    /** How the user probably wants to be told that the command line is wrong. */
    public static OutputMode.Flags guess(List<String> words) {
        return new OutputMode.Flags(
                words.contains("--json"),
                false,
                words.contains("--verbose") || words.contains("-v"),
                words.contains("--no-color"));
    }

    public Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    public boolean help() {
        return help;
    }
}
