package cco.core.update;

import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.install.AppHome;
import cco.core.install.CommandCheck;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.model.AppName;
import cco.core.model.CommandProblem;
import cco.core.session.EngineContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The apps that cco manages.
 *
 * @param apps the apps with readable receipts, by name
 * @param unreadable the other apps, by name
 * @param commands the apps with a command that does not start the current version
 */
public record Inventory(List<InstalledApp> apps, List<Unreadable> unreadable, Map<AppName, CommandProblem> commands) {

    /** Copies the collections. */
    public Inventory {
        apps = List.copyOf(apps);
        unreadable = List.copyOf(unreadable);
        commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
    }

    /**
     * An app whose receipt cannot be read.
     *
     * @param app the app, by the name of its folder
     * @param reason why not, and what the user can do
     */
    public record Unreadable(AppName app, CcoException reason) {}

    static Inventory of(EngineContext context) throws CcoException {
        List<InstalledApp> apps = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        Map<AppName, CommandProblem> commands = new LinkedHashMap<>();
        for (AppName app : AppHome.apps(context.dirs().apps())) {
            try {
                Optional<Receipt> receipt = new ReceiptFile(context.home(app)).read();
                if (receipt.isPresent()) {
                    apps.add(InstalledApp.of(context.home(app), receipt.get()));
                    commandProblem(context, receipt.get()).ifPresent(problem -> commands.put(app, problem));
                }
            } catch (InstallException e) {
                unreadable.add(new Unreadable(app, e));
            }
        }
        return new Inventory(apps, unreadable, commands);
    }

    /** Finds out why a command of an app does not start its current version. */
    static Optional<CommandProblem> commandProblem(EngineContext context, Receipt receipt) throws CcoException {
        CommandCheck check = new CommandCheck(
                context.home(receipt.app()), context.installer(), context.dirs().bin());
        List<CommandProblem> problems = check.problems(receipt);
        return (problems.isEmpty() ? check.shadows(receipt, context.env().path()) : problems)
                .stream().findFirst();
    }

    /**
     * Finds an app; nothing if cco does not manage it or its receipt cannot be read.
     *
     * @param app the app to look for
     * @return the installed app, if it was found
     */
    public Optional<InstalledApp> find(AppName app) {
        return apps.stream().filter(installed -> installed.app().equals(app)).findFirst();
    }
}
