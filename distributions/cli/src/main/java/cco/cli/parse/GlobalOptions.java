package cco.cli.parse;

import cco.cli.console.OutputMode;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The options that every command has, before it or after it. */
public final class GlobalOptions {

    /** The only one that takes a value. */
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

    /** The position of the command, behind any global options. */
    public static int commandIndex(List<String> words) {
        int index = 0;
        while (index < words.size() && words.get(index).startsWith("-")) {
            index += words.get(index).equals(CONFIG) ? 2 : 1;
        }
        return index;
    }

    /** The options that concern output. */
    public OutputMode.Flags output() {
        return new OutputMode.Flags(json, quiet, verbose, noColor);
    }

    /** The options that concern output, if the command line cannot be parsed. */
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
