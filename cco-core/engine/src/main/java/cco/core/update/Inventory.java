package cco.core.update;

import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.install.AppHome;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.model.AppName;
import cco.core.session.EngineContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The apps that cco manages.
 *
 * @param apps the apps with readable receipts, by name
 * @param unreadable the other apps, by name
 */
public record Inventory(List<InstalledApp> apps, List<Unreadable> unreadable) {

    public Inventory {
        apps = List.copyOf(apps);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * An app whose receipt cannot be read.
     *
     * @param reason why not, and what the user can do
     */
    public record Unreadable(AppName app, CcoException reason) {}

    static Inventory of(EngineContext context) throws InstallException {
        List<InstalledApp> apps = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (AppName app : AppHome.apps(context.dirs().apps())) {
            try {
                Optional<Receipt> receipt = new ReceiptFile(context.home(app)).read();
                if (receipt.isPresent()) {
                    apps.add(InstalledApp.of(context.home(app), receipt.get()));
                }
            } catch (InstallException e) {
                unreadable.add(new Unreadable(app, e));
            }
        }
        return new Inventory(apps, unreadable);
    }

    /** Finds an app; nothing if cco does not manage it or its receipt cannot be read. */
    public Optional<InstalledApp> find(AppName app) {
        return apps.stream().filter(installed -> installed.app().equals(app)).findFirst();
    }
}
