package cco.core.doctor;

import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.install.AppHome;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import cco.core.model.ProgressListener;
import cco.core.plugin.Providers;
import cco.core.session.EngineContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Examines installed apps and repairs them.
 *
 * <p>An examination needs no network, holds no lock and changes nothing. A repair starts with the files on disk: it
 * finishes or undoes the change of a killed process, points to a complete version, restores the command and file modes,
 * and removes leftovers. Only if files of the current version are still damaged does it download that version again, by
 * its recorded digests. So an expired or frozen repository does not prevent a repair, and a repair installs nothing
 * new.
 */
public final class Doctor {

    private final EngineContext context;
    private final List<Path> path;

    /**
     * Creates a doctor for the apps in these folders.
     *
     * @param env the environment variables and properties of the process
     * @param dirs the folders of cco and its apps
     * @param providers the built-in and plugged-in extensions
     * @param product the running cco
     * @param listener receives progress and notices
     * @param path the folders of the user's PATH, in order
     */
    public Doctor(
            Env env, Dirs dirs, Providers providers, HostProduct product, ProgressListener listener, List<Path> path) {
        this.context = new EngineContext(env, dirs, providers, product, listener, InstantSource.system());
        this.path = List.copyOf(path);
    }

    /**
     * Lists the apps with a receipt, readable or not, sorted by name.
     *
     * @return the names; empty if no app is installed
     * @throws CcoException if the folder of the apps cannot be read
     */
    public List<AppName> apps() throws CcoException {
        return AppHome.apps(context.dirs().apps()).stream()
                .filter(app -> context.home(app).hasReceipt())
                .toList();
    }

    /**
     * Examines an app without changing anything.
     *
     * @param app the name of an installed app
     * @return the findings, good and bad
     * @throws cco.core.error.NotManagedException if the app was not installed by cco
     */
    public HealthReport examine(AppName app) throws CcoException {
        return new HealthCheck(context, path, app).diagnosis();
    }

    /**
     * Probes the network to each of an app's release repositories, step by step, and installs nothing.
     *
     * @param app the app whose sources are probed
     * @return one report for each repository, in the order of the sources
     * @throws CcoException if the configuration cannot be used
     */
    public List<ProbeReport> probeNetwork(AppName app) throws CcoException {
        return new NetworkCheck(context, context.config().settings()).of(app);
    }

    /**
     * Repairs an app as far as possible.
     *
     * @param app the name of an installed app
     * @param offline whether to use only local files and folders as sources
     * @return the state after the repair, with the reasons of failed repairs
     * @throws cco.core.error.NotManagedException if the app was not installed by cco
     * @throws cco.core.error.BusyException if another process holds the lock of the app
     */
    public HealthReport repair(AppName app, boolean offline) throws CcoException {
        HealthReport before = examine(app);
        if (before.problems().isEmpty()
                || before.hasProblem(Finding.Subject.RECEIPT)
                || before.hasProblem(Finding.Subject.CONFIG)) {
            return before;
        }
        Repair repair = new Repair(context, app, before);
        repair.run(offline);
        return examine(app).since(before, repair.failures());
    }
}
