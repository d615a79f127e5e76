package cco.core.doctor;

import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.install.AppHome;
import cco.core.install.ReceiptFile;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import cco.core.model.ProgressListener;
import cco.core.plugin.Providers;
import cco.core.session.EngineContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Says how an installed app is, and repairs it.
 *
 * <p>An examination needs no network, takes no lock for longer than a glance and changes nothing. A repair begins with
 * what is on the disk: what a killed process left is finished or undone, the pointer leads to a whole version, the
 * command and the modes of files are as they were, leftovers are removed. Only if files of the current version are
 * damaged after that, the same version is fetched again, by the digests that were recorded when it was installed: so an
 * expired or frozen repository does not prevent it, and it never brings anything new.
 */
public final class Doctor {

    private final EngineContext context;
    private final List<Path> path;

    /**
     * A doctor for the apps in these places.
     *
     * @param listener is told of progress, and of what is worth knowing but no error
     * @param path the folders in which the user's shell looks for commands, in order
     */
    public Doctor(
            Env env, Dirs dirs, Providers providers, HostProduct product, ProgressListener listener, List<Path> path) {
        this.context = new EngineContext(env, dirs, providers, product, listener, InstantSource.system());
        this.path = List.copyOf(path);
    }

    /** The apps that have a receipt, be it readable or not, by name. */
    public List<AppName> apps() throws CcoException {
        return AppHome.apps(context.dirs().apps()).stream()
                .filter(app -> new ReceiptFile(context.home(app)).exists())
                .toList();
    }

    /**
     * Looks at everything, and changes nothing.
     *
     * @throws cco.core.error.NotManagedException if the app is not cco's
     */
    public HealthReport examine(AppName app) throws CcoException {
        return new HealthCheck(context, path, app).diagnosis();
    }

    /**
     * Probes the network to each of an app's release repositories, step by step, and installs nothing.
     *
     * @throws CcoException if the configuration cannot be used
     */
    public List<ProbeReport> probeNetwork(AppName app) throws CcoException {
        return new NetworkCheck(context, context.config().settings()).of(app);
    }

    /**
     * Repairs what can be repaired.
     *
     * @param offline use no network: only what is on the disk, and sources that are folders
     * @return how it is after that; what could not be repaired has the reason why
     * @throws cco.core.error.NotManagedException if the app is not cco's
     * @throws cco.core.error.BusyException if another process is at work on the app
     */
    public HealthReport repair(AppName app, boolean offline) throws CcoException {
        HealthReport before = examine(app);
        if (before.problems().isEmpty()
                || before.hasProblem(Finding.Subject.RECEIPT)
                || before.hasProblem(Finding.Subject.CONFIG)) {
            return before;
        }
        Repair treatment = new Repair(context, app, before);
        treatment.run(offline);
        return examine(app).since(before, treatment.failures());
    }
}
