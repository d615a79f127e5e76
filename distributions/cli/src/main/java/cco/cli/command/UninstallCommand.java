package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.NotManagedException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.setup.MachineSetup;
import cco.core.update.InstalledApp;
import cco.core.update.Inventory;
import cco.core.update.Uninstaller;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code cco uninstall}: removes an app. */
final class UninstallCommand implements Command {

    @Parameter(names = {"--yes", "-y"})
    private boolean yes;

    @Parameter(names = "--purge")
    private boolean purge;

    private AppName app;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.required("APP", AppName.class);
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Console console = context.console();
        Uninstaller uninstaller = context.uninstaller();
        Uninstaller.Plan plan = plan(context, uninstaller);
        warn(context, plan);
        if (Confirmation.isGiven(yes, console, "remove " + app, "remove " + app + versions(plan) + "?")) {
            report(console, uninstaller.uninstall(app));
            finish(context, uninstaller);
        }
        return ExitCode.OK;
    }

    /** An uninstallation that was interrupted at its end has removed the app, but not what goes with the last one. */
    private Uninstaller.Plan plan(CommandContext context, Uninstaller uninstaller) throws CcoException {
        try {
            return uninstaller.plan(app);
        } catch (NotManagedException e) {
            if (!yes) {
                throw e;
            }
            try {
                uninstaller.uninstall(app);
            } finally {
                finish(context, uninstaller);
            }
            throw e;
        }
    }

    /** Undoes the setup once no app is left. With {@code --purge}, cco goes with the last app that it came with. */
    private void finish(CommandContext context, Uninstaller uninstaller) throws CcoException {
        MachineSetup setup = new MachineSetup(context.env(), context.dirs(), context.console()::note);
        if (purge && isLeft(context, List.of(AppName.CCO)) && setup.cameWithAnotherApp()) {
            report(context.console(), uninstaller.uninstall(AppName.CCO));
        }
        if (!isLeft(context, List.of())) {
            return;
        }
        if (purge) {
            setup.purge();
        } else {
            setup.undo();
        }
    }

    private static boolean isLeft(CommandContext context, List<AppName> apps) throws CcoException {
        Inventory inventory = context.updater().installed();
        return inventory.unreadable().isEmpty()
                && inventory.apps().stream().map(InstalledApp::app).toList().equals(apps);
    }

    private static String versions(Uninstaller.Plan plan) {
        List<String> versions =
                plan.versions().reversed().stream().map(Object::toString).toList();
        return versions.isEmpty() ? "" : " " + String.join(", ", versions);
    }

    /** Names the files that the user added, and says what else changes. */
    private static void warn(CommandContext context, Uninstaller.Plan plan) throws CcoException {
        Console console = context.console();
        plan.foreign().forEach(file -> console.note("will also delete " + file + ", which is not from the publisher"));
        plan.running()
                .forEach((version, pids) -> console.note(plan.app() + " " + version + " is running (process "
                        + pids.stream().map(Object::toString).collect(Collectors.joining(", "))
                        + ") and may fail without its files"));
        if (plan.app().equals(AppName.CCO) && !isLeft(context, List.of(AppName.CCO))) {
            console.note("other apps stay installed, but no longer receive updates");
        }
    }

    private void report(Console console, Uninstaller.Outcome outcome) {
        console.report(
                Event.named("uninstalled").with("app", outcome.app()).with("config", outcome.config()),
                "uninstalled " + outcome.app());
        for (Path command : outcome.commands()) {
            console.note("kept " + command + ", which is not a command of " + outcome.app() + " anymore");
        }
        if (!purge) {
            outcome.config().ifPresent(config -> console.note("kept your configuration in " + config));
        }
    }
}
