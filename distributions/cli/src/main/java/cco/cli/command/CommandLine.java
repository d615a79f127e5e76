package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.parse.GlobalOptions;
import cco.cli.parse.OptionParser;
import cco.core.error.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * A parsed command line: the global options and the command, with its options set.
 *
 * <p>The command is found by hand, so that only its own options are declared to JCommander.
 */
record CommandLine(GlobalOptions globals, Command command) {

    /**
     * Parses all words.
     *
     * @throws UsageException if there is no such command, or not with these arguments
     */
    static CommandLine parse(List<String> words) throws UsageException {
        List<String> rest = new ArrayList<>(words);
        int first = GlobalOptions.commandIndex(words);
        if (first >= words.size()) {
            return overview("", rest);
        }
        String word = rest.remove(first);
        if (CommandName.inGroup(word).isEmpty()) {
            return command(word, rest);
        }
        boolean named = first < rest.size() && !rest.get(first).startsWith("-");
        return named ? command(word + " " + rest.remove(first), rest) : overview(word, rest);
    }

    /** Help instead of a command: options may follow, operands may not. */
    private static CommandLine overview(String topic, List<String> rest) throws UsageException {
        GlobalOptions globals = new GlobalOptions();
        OptionParser.parse(topic, rest, globals).end();
        return new CommandLine(globals, HelpCommand.about(topic));
    }

    private static CommandLine command(String words, List<String> rest) throws UsageException {
        CommandName name = CommandName.of(words).orElseThrow(() -> CommandName.unknown(words));
        return complete(name.words(), CommandFactory.create(name), rest);
    }

    private static CommandLine complete(String words, Command command, List<String> rest) throws UsageException {
        GlobalOptions globals = new GlobalOptions();
        Arguments arguments = OptionParser.parse(words, rest, globals, command);
        arguments.excludes("--quiet", "--verbose");
        if (globals.help()) {
            return new CommandLine(globals, HelpCommand.about(words));
        }
        command.accept(arguments);
        return new CommandLine(globals, command);
    }
}
