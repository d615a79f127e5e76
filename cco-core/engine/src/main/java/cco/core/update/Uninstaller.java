package cco.core.update;

import cco.core.config.ConfigFile;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.error.StorageException;
import cco.core.fetch.BlobCache;
import cco.core.install.AppHome;
import cco.core.install.AppLock;
import cco.core.install.AppRemoval;
import cco.core.install.FileCheck;
import cco.core.install.FileDamage;
import cco.core.install.InstallInspector;
import cco.core.install.InstalledVersion;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.install.Recovery;
import cco.core.install.RunningVersions;
import cco.core.install.SourceRecord;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.plugin.Providers;
import cco.core.session.EngineContext;
import cco.core.session.Ownership;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Uninstalls apps, cco itself included. It removes, in this order: the command, the versions, the downloads, the state,
 * the pinned keys, the tables in the configuration, and last the receipt; with the last app, also the locks that all
 * apps share. After a crash at any point, the command is complete or gone, and running it again finishes the job. It
 * keeps cco's own tables in the configuration, publishers' keys, and every file that the receipt does not name.
 */
public final class Uninstaller {

    private final EngineContext context;

    /**
     * An uninstaller for the apps in these places; the listener receives notices.
     *
     * @param env the environment variables that override the configuration
     * @param dirs the folders of apps, state and configuration
     * @param providers the providers for the services that the configuration names
     * @param product the running cco
     * @param listener receives notices about leftovers and skipped steps
     */
    public Uninstaller(Env env, Dirs dirs, Providers providers, HostProduct product, ProgressListener listener) {
        this.context = new EngineContext(env, dirs, providers, product, listener, InstantSource.system());
    }

    /**
     * What would go with an app.
     *
     * @param app the app to uninstall
     * @param versions the installed versions, oldest first
     * @param foreign files in their folders that the publisher did not ship or that have changed; they are removed too
     * @param running the pids of the processes that run a version
     */
    public record Plan(
            AppName app, List<Version> versions, List<String> foreign, SortedMap<Version, SortedSet<Long>> running) {

        /** Copies the collections. */
        public Plan {
            versions = List.copyOf(versions);
            foreign = List.copyOf(foreign);
            running = Collections.unmodifiableSortedMap(new TreeMap<>(running));
        }
    }

    /**
     * The leftovers of an uninstalled app.
     *
     * @param app the uninstalled app
     * @param commands commands of the app that another file has replaced
     * @param config the configuration file, if it was kept for cco's own sake
     */
    public record Outcome(AppName app, List<Path> commands, Optional<Path> config) {

        /** Copies the list of commands. */
        public Outcome {
            commands = List.copyOf(commands);
        }
    }

    /**
     * Tells what would go, and changes nothing.
     *
     * @param app the app, or the remnant of one whose removal was interrupted
     * @return the plan, which lists no versions for a remnant
     * @throws NotManagedException if cco has not installed the app
     */
    public Plan plan(AppName app) throws CcoException {
        Ownership.refusePackaged(context, app);
        AppHome home = context.home(app);
        Optional<Receipt> receipt = receipt(home);
        List<Version> versions = receipt.map(Receipt::installed).orElse(List.of()).stream()
                .map(InstalledVersion::version)
                .filter(home::has)
                .toList();
        List<String> foreign = new ArrayList<>();
        for (Version version : versions) {
            foreign.addAll(foreign(home, version));
        }
        return new Plan(app, versions, foreign, running(home));
    }

    /**
     * Takes an app off.
     *
     * @param app the app, or the remnant of one whose removal was interrupted
     * @return the files that stay behind
     * @throws NotManagedException if cco has not installed the app
     * @throws cco.core.error.BusyException if another process is at work on it
     * @throws cco.core.error.UsageException if the configuration cannot be changed; nothing was removed then
     * @throws InstallException if something cannot be removed; another try goes on from there
     */
    public Outcome uninstall(AppName app) throws CcoException {
        Ownership.refusePackaged(context, app);
        AppHome home = context.home(app);
        requireKnown(home);
        boolean itself = app.equals(AppName.CCO);
        if (!itself) {
            context.config().settings();
        }
        AppLock lock = AppLock.acquire(home);
        try {
            recover(lock);
            AppRemoval removal = new AppRemoval(lock, context.installer(), context.listener());
            Optional<Receipt> receipt = receipt(home);
            List<Path> left = receipt.isPresent() ? removal.removeCommands(receipt.get()) : List.of();
            removal.removeContents();
            new BlobCache(context.dirs().blobs()).discard(app, Optional.empty(), context.listener());
            if (receipt.isPresent()) {
                context.anchors(app).unpin();
                if (!itself) {
                    context.config().withoutApp(app);
                }
            }
            if (AppHome.apps(context.dirs().apps()).stream().allMatch(app::equals)) {
                discardLocks();
            }
            removal.finish();
            Optional<Path> kept = Optional.of(context.dirs().configFile());
            return new Outcome(app, left, kept.filter(file -> itself && ConfigFile.exists(file)));
        } finally {
            lock.close();
        }
    }

    /** An interrupted removal of the last app may have left the locks. */
    private void requireKnown(AppHome home) throws CcoException {
        try {
            receipt(home);
        } catch (NotManagedException e) {
            if (AppHome.apps(context.dirs().apps()).isEmpty()) {
                discardLocks();
            }
            throw e;
        }
    }

    /** This process itself does not count: cco may remove itself. */
    private static SortedMap<Version, SortedSet<Long>> running(AppHome home) {
        SortedMap<Version, SortedSet<Long>> running = RunningVersions.of(home);
        running.values().forEach(pids -> pids.remove(ProcessHandle.current().pid()));
        running.values().removeIf(SortedSet::isEmpty);
        return running;
    }

    /** What the apps share has nothing to guard when the last one goes. */
    private void discardLocks() {
        try {
            ConfigFile.discardLock(context.dirs());
            new BlobCache(context.dirs().blobs()).discardLock();
        } catch (InstallException | StorageException e) {
            context.listener().notice(e.getMessage());
        }
    }

    /** What an earlier removal has left without a receipt is finished too, if no version is among it. */
    private Optional<Receipt> receipt(AppHome home) throws CcoException {
        return home.isRemnant() ? Optional.empty() : Optional.of(new ReceiptFile(home).require());
    }

    /** An interrupted installation may have made a command that no receipt names yet. */
    private void recover(AppLock lock) throws CcoException {
        try {
            // A source in the journal is not written: it would be removed at once.
            new Recovery(lock, context.installer(), _ -> SourceRecord.UNCHANGED, context.listener(), context.clock())
                    .run();
        } catch (InstallException e) {
            context.listener().notice("removing it anyway: " + e.getMessage());
        }
    }

    /** A version without a list tells nothing. */
    private List<String> foreign(AppHome home, Version version) throws CcoException {
        List<String> foreign = new ArrayList<>();
        try {
            for (FileDamage damage : new FileCheck(home).check(version)) {
                if (damage.kind() == FileDamage.Kind.CHANGED) {
                    foreign.add(home.version(version).resolve(damage.path()).toString());
                }
            }
        } catch (InstallException unknown) {
            return foreign;
        }
        for (String file : new InstallInspector(home, context.installer()).unlisted(version)) {
            foreign.add(home.version(version).resolve(file).toString());
        }
        return foreign;
    }
}
