package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.OutputMode;
import cco.cli.report.ExitCode;
import java.util.List;

/**
 * {@code cco --version} and {@code cco version}, which are answered before anything else is loaded.
 *
 * <p>Other programs ask for it often, and every new version must answer it before it is activated.
 */
public final class VersionFlag {

    private VersionFlag() {}

    /** Whether the words ask for the version of cco, and not for a command. */
    public static boolean isAsked(List<String> words) {
        for (String word : words) {
            if (word.equals("--version") || word.equals("-V")) {
                return true;
            }
            if (!word.startsWith("-")) {
                return word.equals("version") && words.getLast().equals(word);
            }
        }
        return false;
    }

    /** Prints the version. */
    public static ExitCode answer(List<String> words, String version) {
        Console console = Console.standard(OutputMode.plain(words.contains("--json")));
        console.result(Event.named("version").with("app", "cco").with("version", version), List.of("cco " + version));
        return ExitCode.OK.afterWriting(console);
    }
}
