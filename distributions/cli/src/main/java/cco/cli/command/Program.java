package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Failure;
import cco.cli.console.OutputMode;
import cco.cli.parse.GlobalOptions;
import cco.cli.report.ExitCode;
import cco.core.background.BackgroundUpdates;
import cco.core.env.Env;
import cco.core.env.Terminal;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Version;
import java.util.List;
import java.util.function.Function;

/** Runs one command line from its words to its exit code. Whatever goes wrong ends here, with a message. */
public final class Program {

    private final Version version;
    private final Env env;
    private final Terminal terminal;
    private final Function<OutputMode, Console> consoles;

    /** The program of this version, in this process. */
    public Program(Version version) {
        this(version, Env.system(), Terminal.detect(), Console::standard);
    }

    Program(Version version, Env env, Terminal terminal, Function<OutputMode, Console> consoles) {
        this.version = version;
        this.env = env;
        this.terminal = terminal;
        this.consoles = consoles;
    }

    /** Reads the words, does what they say, and tells how it went. */
    public ExitCode run(List<String> words) {
        // Until the words are understood, errors are told in the way that they probably ask for.
        Console console = console(GlobalOptions.guess(words));
        try {
            CommandLine line = CommandLine.parse(words);
            console = console(line.globals().wishes());
            CommandContext session =
                    new CommandContext(console, env, version, line.globals().config());
            ExitCode code = line.command().run(session);
            if (console.manner().live() && !line.command().tellsOfUpdates()) {
                afterwards(session);
            }
            return code.unlessLost(console);
        } catch (CcoException e) {
            ExitCode code = ExitCode.of(e);
            console.error(Failure.of(code.code(), e.getMessage(), e.hint(), e));
            return code;
        } catch (RuntimeException | Error bug) {
            console.error(new CrashLog(env, version).record(bug));
            return ExitCode.BUG;
        }
    }

    /** The user's own work is done: what is known of updates is told, and the next look at them is left to others. */
    private static void afterwards(CommandContext session) throws UsageException {
        BackgroundUpdates updates = BackgroundUpdates.of(AppName.CCO, session.env(), session.dirs());
        updates.notice().ifPresent(notice -> notice.lines().forEach(session.console()::note));
        updates.startIfDue();
    }

    private Console console(OutputMode.Flags wishes) {
        return consoles.apply(OutputMode.of(wishes, env, terminal));
    }
}
