package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.parse.GlobalOptions;
import cco.cli.parse.OptionParser;
import cco.core.error.UsageException;
import cco.core.model.Suggestion;
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
        int first = commandIndex(words);
        if (first >= words.size()) {
            return complete("", new HelpCommand(), rest);
        }
        String word = rest.remove(first);
        List<String> members = CommandName.inGroup(word);
        if (members.isEmpty()) {
            return command(word, rest);
        }
        boolean named = first < rest.size() && !rest.get(first).startsWith("-");
        return named ? command(word + " " + rest.remove(first), rest) : group(word, members, rest);
    }

    /** The position of the command, behind any global options. */
    static int commandIndex(List<String> words) {
        int index = 0;
        while (index < words.size() && words.get(index).startsWith("-")) {
            index += words.get(index).equals(GlobalOptions.CONFIG) ? 2 : 1;
        }
        return index;
    }

    private static CommandLine command(String words, List<String> rest) throws UsageException {
        CommandName name = CommandName.of(words).orElseThrow(() -> unknown(words));
        return complete(name.words(), name.create(), rest);
    }

    private static CommandLine group(String group, List<String> members, List<String> rest) throws UsageException {
        CommandLine help = complete(group, HelpCommand.about(group), rest);
        if (!help.globals().help()) {
            throw new UsageException(
                    "missing command: cco " + group + " " + String.join("|", members), Arguments.hint(group));
        }
        return help;
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

    /** The error for an unknown command or help topic. */
    static UsageException unknown(String words) {
        String hint = Suggestion.nearest(words, CommandName.topics())
                .map(nearest -> "did you mean `cco " + nearest + "`?")
                .orElse("run `cco help` for a list of commands");
        return new UsageException("unknown command: " + words, hint);
    }
}
