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

/** Runs one command line and turns every error into a message and an exit code. */
public final class Program {

    private final Version version;
    private final Env env;
    private final Terminal terminal;
    private final Function<OutputMode, Console> consoles;

    /** The program in this process. */
    public Program(Version version) {
        this(version, Env.system(), Terminal.detect(), Console::standard);
    }

    Program(Version version, Env env, Terminal terminal, Function<OutputMode, Console> consoles) {
        this.version = version;
        this.env = env;
        this.terminal = terminal;
        this.consoles = consoles;
    }

    /** Parses the words and runs the command. */
    public ExitCode run(List<String> words) {
        // Errors in the command line itself are printed as its options probably ask for.
        Console console = console(GlobalOptions.guess(words));
        try {
            CommandLine line = CommandLine.parse(words);
            console = console(line.globals().output());
            CommandContext context =
                    new CommandContext(console, env, version, line.globals().config());
            ExitCode code = line.command().run(context);
            if (console.mode().live() && !line.command().reportsUpdates()) {
                finish(context);
            }
            return code.afterWriting(console);
        } catch (CcoException e) {
            ExitCode code = ExitCode.of(e);
            console.error(Failure.of(code.code(), e.getMessage(), e.hint(), e));
            return code;
        } catch (RuntimeException | Error bug) {
            console.error(new CrashLog(env, version).record(bug));
            return ExitCode.BUG;
        }
    }

    /** Shows the pending notices of all apps, and starts a background check if one is due. */
    private static void finish(CommandContext context) throws UsageException {
        BackgroundUpdates updates = BackgroundUpdates.of(AppName.CCO, context.env(), context.dirs());
        updates.notice().ifPresent(notice -> notice.lines().forEach(context.console()::note));
        updates.noticesOfOtherApps().forEach(notice -> notice.lines().forEach(context.console()::note));
        updates.startIfDue();
    }

    private Console console(OutputMode.Flags flags) {
        return consoles.apply(OutputMode.of(flags, env, terminal));
    }
}
