package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;

/** {@code cco unhold}: lets an app be updated again. */
final class UnholdCommand implements Command {

    private AppName app;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.optional("APP", AppName.class).orElse(AppName.CCO);
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        boolean held = session.updater().unhold(app);
        session.console()
                .report(
                        Event.named("unheld").with("app", app).with("changed", held),
                        held ? app + " can be updated again" : app + " was not held");
        return ExitCode.OK;
    }
}
