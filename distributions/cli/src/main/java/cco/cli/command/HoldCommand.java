package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Version;
import java.util.Optional;

/** {@code cco hold}: keeps an app at its current version. */
final class HoldCommand implements Command {

    private AppName app;
    private Optional<Version> version;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.optional("APP", AppName.class).orElse(AppName.CCO);
        version = arguments.optional("VERSION", Version.class);
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        if (version.isPresent()) {
            requireCurrent(session.updater().installed(app).current());
        }
        Version held = session.updater().hold(app);
        session.console()
                .report(
                        Event.named("held").with("app", app).with("version", held),
                        app + " stays at " + held + " until you run `cco unhold " + app + "`");
        return ExitCode.OK;
    }

    private void requireCurrent(Version current) throws UsageException {
        if (!version.get().equals(current)) {
            throw new UsageException(
                    "cannot hold " + app + " at " + version.get() + ": the current version is " + current,
                    "run `cco update " + app + " --version " + version.get() + "`, which also holds it");
        }
    }
}
