package cco.core.update;

import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.install.AppHome;
import cco.core.install.ReceiptFile;
import cco.core.model.AppName;
import cco.core.session.EngineContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The apps that cco keeps. One that cannot be read hides no other.
 *
 * @param apps those whose receipts can be read, by name
 * @param unreadable the others, by name
 */
public record Inventory(List<InstalledApp> apps, List<Unreadable> unreadable) {

    public Inventory {
        apps = List.copyOf(apps);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * An app of which there is a receipt that cannot be read.
     *
     * @param reason what is the matter with it, and what the user can do
     */
    public record Unreadable(AppName app, CcoException reason) {}

    static Inventory of(EngineContext context) throws InstallException {
        List<InstalledApp> apps = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (AppName app : AppHome.apps(context.dirs().apps())) {
            try {
                new ReceiptFile(context.home(app)).read().map(InstalledApp::of).ifPresent(apps::add);
            } catch (InstallException e) {
                unreadable.add(new Unreadable(app, e));
            }
        }
        return new Inventory(apps, unreadable);
    }

    /** One of the apps; nothing if it is not kept, or cannot be read. */
    public Optional<InstalledApp> find(AppName app) {
        return apps.stream().filter(installed -> installed.app().equals(app)).findFirst();
    }
}
