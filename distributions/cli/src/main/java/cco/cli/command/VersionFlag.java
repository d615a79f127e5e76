package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.OutputMode;
import cco.cli.report.ExitCode;
import java.util.List;

/**
 * {@code cco --version}: other programs ask it often, and every new version has to answer it before it is activated.
 * So it is answered before anything else is looked at.
 */
public final class VersionFlag {

    private VersionFlag() {}

    /** Whether the words ask for the version, and not a command for some version. */
    public static boolean isAsked(List<String> words) {
        for (String word : words) {
            if (word.equals("--version") || word.equals("-V")) {
                return true;
            }
            if (!word.startsWith("-")) {
                return false;
            }
        }
        return false;
    }

    /** Answers it. */
    public static ExitCode answer(List<String> words, String version) {
        Console console = Console.standard(OutputMode.plain(words.contains("--json")));
        console.result(Event.named("version").with("app", "cco").with("version", version), List.of("cco " + version));
        return ExitCode.OK.unlessLost(console);
    }
}
