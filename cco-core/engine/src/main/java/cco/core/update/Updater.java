package cco.core.update;

import cco.core.config.AdminPolicy;
import cco.core.config.ConfigFile;
import cco.core.config.Configuration;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.error.InstallException;
import cco.core.error.StorageException;
import cco.core.http.OfflineTransport;
import cco.core.install.AppLock;
import cco.core.install.HistoryFile;
import cco.core.install.HoldFile;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.manifest.Manifest;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.HistoryEntry;
import cco.core.model.Hold;
import cco.core.model.HostProduct;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.plugin.Providers;
import cco.core.session.AppRecords;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.EngineContext;
import cco.core.session.ManifestLoader;
import cco.core.session.Ownership;
import cco.core.telemetry.EventType;
import cco.core.telemetry.Telemetry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Installs apps and keeps them up to date. Each step of a request hands the next one a type that only it can make:
 *
 * <ol>
 *   <li>lock the app; if another process holds the lock, fail at once;
 *   <li>recover: finish or undo the work of a crashed process;
 *   <li>fetch the manifest from the first origin whose manifest the trust mode accepts;
 *   <li>plan what it means here; without consent the request ends, and nothing has changed;
 *   <li>fetch and verify the archive, unpack it beside the installed versions and start it once;
 *   <li>write the journal, then make the new version current with one rename;
 *   <li>start it once more; if it fails, make the version before current again;
 *   <li>remove old versions beyond the configured number.
 * </ol>
 *
 * <p>It changes nothing outside the folders of {@link Dirs}, starts no thread that outlives a call, and may be used
 * from several threads for different apps.
 */
public final class Updater {

    private final EngineContext context;

    /**
     * An updater that reads the configuration for each request.
     *
     * @param env the environment variables that override the configuration or name a proxy
     * @param dirs the folders of apps, state and configuration
     * @param providers the providers for the services that the configuration names
     * @param product the running cco
     * @param listener receives progress and notices
     */
    public Updater(Env env, Dirs dirs, Providers providers, HostProduct product, ProgressListener listener) {
        this(new EngineContext(env, dirs, providers, product, listener, InstantSource.system()));
    }

    /**
     * An updater that uses the given services.
     *
     * @param context the services, which all requests share
     */
    @SuppressWarnings("exports") // called by the engine alone
    public Updater(EngineContext context) {
        this.context = context;
    }

    /**
     * Checks for another version of an installed app and, with the request's consent, installs it.
     *
     * @param request the app, the release to look for, and who consents
     * @return the outcome, also if nothing was installed
     * @throws cco.core.error.NotManagedException if cco must not change the app
     * @throws CcoException for other failures; the current version has not changed
     */
    public UpdateOutcome update(UpdateRequest request) throws CcoException {
        AppName app = request.app();
        Ownership.require(context, app);
        Configuration settings = context.config().settings();
        requireAllowed(settings.pinned(), request);
        settings.remarks(app).forEach(context.listener()::notice);
        Optional<Channel> named =
                request.target() instanceof Target.Newest(Optional<Channel> channel) ? channel : Optional.empty();
        UpdateOutcome outcome = recorded(settings, app, named, () -> new UpdateRun(context, settings, request).run());
        reportCommand(app);
        return outcome;
    }

    /** A command that does not start the current version would make an update look useless. */
    private void reportCommand(AppName app) {
        try {
            Inventory.commandProblem(context, new ReceiptFile(context.home(app)).require())
                    .ifPresent(problem -> context.listener().notice(problem.text() + "; " + problem.hint()));
        } catch (CcoException e) {
            context.listener().notice(e.getMessage());
        }
    }

    /**
     * Installs an app and records its source and trust mode in the configuration. Installing an app again repairs its
     * files, its command and its source. It never makes an app older unless the request names an older version.
     *
     * @param request the app, its source and its trust mode
     * @return the outcome; up to date if a newer version stays installed
     * @throws InstallException if there is no release for this machine
     * @throws StorageException if the app is installed, but its command could not be created
     * @throws CcoException for other failures; the app has not changed
     */
    public UpdateOutcome install(InstallRequest request) throws CcoException {
        ConfigFile config = context.config();
        UpdateOutcome outcome = recorded(
                config.settings(),
                request.app(),
                request.channel(),
                () -> new InstallRun(context, config, request).run());
        InstallRun.requireCommand(outcome);
        return outcome;
    }

    /**
     * Switches back to the previous version without network, and holds the app there. A second call switches forward
     * again.
     *
     * @param app the app, which must be installed
     * @return the versions before and after the switch
     * @throws InstallException if there is no previous version, or it is damaged
     * @throws CcoException for other failures; the current version has not changed
     */
    public UpdateOutcome rollback(AppName app) throws CcoException {
        Ownership.require(context, app);
        Configuration settings = context.config().settings();
        return recorded(settings, app, Optional.empty(), () -> {
            try (AppSession session = AppSession.open(context, app, settings, new OfflineTransport())) {
                Optional<Receipt> finished = session.finishedRollback();
                // A user who repeats an interrupted rollback wants one, not two.
                if (finished.isPresent()) {
                    return switched(session, finished.get().previous().orElseThrow(), finished.get());
                }
                Version before = receipt(app).current();
                return switched(session, before, session.rollback().toPrevious());
            }
        });
    }

    /** Does some work for an app and, if the user has agreed to usage figures, keeps an event about its end. */
    private UpdateOutcome recorded(
            Configuration settings,
            AppName app,
            Optional<Channel> named,
            CheckedSupplier<UpdateOutcome, CcoException> work)
            throws CcoException {
        if (!settings.telemetryEnabled()) {
            return work.get();
        }
        Channel channel = named.orElseGet(() -> settings.updates(app).channel());
        try {
            UpdateOutcome outcome = work.get();
            event(outcome).ifPresent(type -> telemetry().record(type, channel));
            return outcome;
        } catch (CcoException e) {
            EventType.of(e).ifPresent(type -> telemetry().record(type, channel));
            throw e;
        }
    }

    private static Optional<EventType> event(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Installed _ -> Optional.of(EventType.INSTALLED);
            case UpdateOutcome.Updated _ -> Optional.of(EventType.UPDATED);
            case UpdateOutcome.RolledBack _ -> Optional.of(EventType.ROLLED_BACK);
            case UpdateOutcome.UpToDate _, UpdateOutcome.Available _, UpdateOutcome.HeldBack _ -> Optional.empty();
        };
    }

    /** {@return the usage figures of this machine} */
    public Telemetry telemetry() {
        return new Telemetry(
                context.dirs(),
                context.product(),
                context.clock(),
                () -> context.config().settings());
    }

    /**
     * Holds an app at its current version: until the hold ends, only a named version can replace it.
     *
     * @param app the app, which must be installed
     * @return the current version
     * @throws CcoException if cco must not change the app, it is locked, or the hold cannot be written
     */
    public Version hold(AppName app) throws CcoException {
        Ownership.require(context, app);
        try (AppLock lock = AppLock.acquire(context.home(app))) {
            Version current = receipt(app).current();
            Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            new HoldFile(lock.home()).write(new Hold(current, now, Hold.Cause.REQUEST));
            return current;
        }
    }

    /**
     * Ends the hold of an app.
     *
     * @param app the app, which must be installed
     * @return whether it was held
     * @throws CcoException if cco must not change the app, it is locked, or the hold cannot be deleted
     */
    public boolean unhold(AppName app) throws CcoException {
        Ownership.require(context, app);
        try (AppLock lock = AppLock.acquire(context.home(app))) {
            return new HoldFile(lock.home()).delete();
        }
    }

    /**
     * The changes of an app's version, oldest first.
     *
     * @param app the app, which must be installed
     * @return the readable entries; may be empty
     * @throws CcoException if cco did not install the app, or its history cannot be read
     */
    public List<HistoryEntry> history(AppName app) throws CcoException {
        receipt(app);
        return new HistoryFile(context.home(app)).read();
    }

    /** {@return the downloads on this machine} */
    public DownloadCache cache() {
        return new DownloadCache(context);
    }

    /**
     * All apps that cco manages.
     *
     * @return the apps, also those with an unreadable receipt
     * @throws CcoException if the folder of the apps or a command cannot be read
     */
    public Inventory installed() throws CcoException {
        return Inventory.of(context);
    }

    /**
     * One app that cco manages.
     *
     * @param app the app to look up
     * @return its state according to its receipt
     * @throws cco.core.error.NotManagedException if cco did not install it
     */
    public InstalledApp installed(AppName app) throws CcoException {
        return InstalledApp.of(context.home(app), receipt(app));
    }

    /**
     * The manifest of an installed app's repository.
     *
     * @param app the app, which must be installed
     * @param source the id of the only configured source to ask, or nothing for all of them in order
     * @return the first manifest that the trust mode accepts
     * @throws CcoException if the app or source is unknown, or no source has an acceptable manifest
     */
    public Manifest manifest(AppName app, Optional<String> source) throws CcoException {
        receipt(app);
        Configuration settings = context.config().settings();
        AppSources sources = AppSources.configured(settings, context, app, source);
        try (AppSession session = AppSession.openReadOnly(context, app, settings, context.transport(settings))) {
            return new ManifestLoader(session).load(sources).manifest().manifest();
        }
    }

    private static void requireAllowed(AdminPolicy policy, UpdateRequest request) throws CcoException {
        if (request.source().isPresent()) {
            policy.requireSource(request.app(), request.source().get());
        }
        if (request.target() instanceof Target.Newest(Optional<Channel> channel) && channel.isPresent()) {
            policy.requireChannel(request.app(), channel.get());
        }
    }

    private Receipt receipt(AppName app) throws CcoException {
        return new ReceiptFile(context.home(app)).require();
    }

    /** Records and reports a switch to a version that was installed already. */
    static UpdateOutcome switched(AppSession session, Version before, Receipt after) {
        if (before.equals(after.current())) {
            return new UpdateOutcome.UpToDate(after.app(), before);
        }
        new AppRecords(session)
                .history(
                        HistoryEntry.Kind.SWITCHED,
                        Optional.of(before),
                        after.current(),
                        after.provenance().source());
        return new UpdateOutcome.RolledBack(after.app(), before, after.current());
    }
}
