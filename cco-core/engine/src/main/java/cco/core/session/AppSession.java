package cco.core.session;

import cco.api.PlatformInstaller;
import cco.api.Transport;
import cco.api.Verifier;
import cco.core.config.Settings;
import cco.core.config.UpdateSettings;
import cco.core.disk.IoReason;
import cco.core.disk.StateWriter;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.fetch.FetchLimits;
import cco.core.fetch.Fetcher;
import cco.core.http.HttpTransport;
import cco.core.http.OfflineTransport;
import cco.core.install.AppHome;
import cco.core.install.AppLock;
import cco.core.install.Command;
import cco.core.install.Provenance;
import cco.core.install.Receipt;
import cco.core.install.Recovery;
import cco.core.install.Retention;
import cco.core.install.Rollback;
import cco.core.install.TrustMemory;
import cco.core.manifest.Archive;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.ProgressListener;
import cco.core.model.ProgressListener.Warning;
import cco.core.model.Version;
import cco.core.plan.LocalPolicy;
import cco.core.plan.Planner;
import cco.core.plan.Target;
import cco.core.plan.UpdatePlan;
import cco.core.session.ManifestLoader.Stored;
import cco.core.trust.TrustedManifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One app, locked, with whatever an earlier crash left put into order. Everything that changes the app or what is
 * remembered of it happens in a session. A session that only looks may go without the lock, and changes nothing then.
 */
public final class AppSession implements AutoCloseable {

    private final AppHome home;
    private final Optional<AppLock> lock;
    private final Settings settings;
    private final PlatformInstaller installer;
    private final Transport transport;
    private final StateWriter keeper;
    private final EngineContext tools;
    private final ProgressListener listener;

    /** One for each supply: it remembers which origins are silent. */
    private final Map<AppSources, Fetcher> fetchers = new HashMap<>();

    private AppSession(
            AppHome home,
            Optional<AppLock> lock,
            Settings settings,
            Transport transport,
            StateWriter keeper,
            EngineContext tools)
            throws CcoException {
        this.home = home;
        this.lock = lock;
        this.settings = settings;
        this.transport = transport;
        this.keeper = keeper;
        this.installer = tools.installer();
        this.tools = tools;
        this.listener = tools.listener();
        tools.providers().requireVerifiers(settings.requiredVerifiers(home.app()));
    }

    /**
     * Locks the app and recovers it.
     *
     * @throws cco.core.error.BusyException if another process has the lock
     */
    public static AppSession open(EngineContext tools, AppName app, Settings settings, boolean offline)
            throws CcoException {
        return open(tools, app, settings, offline, StateWriter.ALWAYS);
    }

    private static AppSession open(
            EngineContext tools, AppName app, Settings settings, boolean offline, StateWriter keeper)
            throws CcoException {
        Transport transport = transport(tools, settings, offline);
        AppLock lock = AppLock.acquire(tools.home(app));
        try {
            AppSession session = new AppSession(lock.home(), Optional.of(lock), settings, transport, keeper, tools);
            new Recovery(lock, session.installer, tools.listener()).run();
            return session;
        } catch (CcoException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * A session for a look. Where this user may write it is like any other, so that what is seen is remembered, if
     * there is room for it; elsewhere it takes no lock and remembers nothing.
     *
     * @throws cco.core.error.BusyException if another process has the lock
     */
    public static AppSession look(EngineContext tools, AppName app, Settings settings, boolean offline)
            throws CcoException {
        AppHome home = tools.home(app);
        if (home.isWritable()) {
            return open(
                    tools,
                    app,
                    settings,
                    offline,
                    StateWriter.ifPossible(reason -> tools.listener()
                            .notice("what is seen of " + app + " now cannot be remembered: " + IoReason.of(reason))));
        }
        Transport transport = transport(tools, settings, offline);
        return new AppSession(home, Optional.empty(), settings, transport, StateWriter.NEVER, tools);
    }

    private static Transport transport(EngineContext tools, Settings settings, boolean offline) throws CcoException {
        return offline ? new OfflineTransport() : new HttpTransport(tools.network(settings));
    }

    private Fetcher fetcher(AppSources supply) {
        return fetchers.computeIfAbsent(
                supply,
                _ -> new Fetcher(
                        transport,
                        tools.dirs().blobs(),
                        supply.pins(tools.dirs().anchors(home.app())),
                        FetchLimits.of(settings.network().timeout())));
    }

    /** The manifest that the supply's trust mode admits; {@code anew} forgets what was seen from another source. */
    public AcceptedManifest manifest(AppSources supply, boolean anew) throws CcoException {
        return new ManifestLoader(fetcher(supply), supply.signatures(tools.providers()), tools.clock(), listener)
                .current(home, memory(), Stored.of(home, keeper), supply, anew);
    }

    /** What is remembered of the app. */
    public TrustMemory memory() {
        return lock.map(held -> new TrustMemory(held, keeper)).orElseGet(() -> TrustMemory.readOnly(home));
    }

    /** What the manifest means here. */
    public UpdatePlan plan(TrustedManifest manifest, Optional<Version> installed, Target target) throws CcoException {
        installed.ifPresent(version -> warn(manifest.manifest(), version));
        UpdateSettings updates = settings.updates(home.app());
        LocalPolicy policy = new LocalPolicy(
                tools.product().platform(),
                tools.product().version(),
                updates.channel(),
                Set.copyOf(updates.skipVersions()),
                updates.minimumAge(),
                memory().rolloutId().toString());
        // A clock that was set back must not make releases look as if they were still to come.
        UpdatePlan plan = new Planner(policy, manifest.memory().acceptedAt()).plan(manifest, installed, target);
        if (lock.isPresent()) {
            diary().checked();
        }
        return plan;
    }

    private void warn(Manifest manifest, Version installed) {
        String name = home.app() + " " + installed;
        manifest.release(installed)
                .flatMap(Release::withdrawn)
                .ifPresent(reason -> listener.warning(Warning.WITHDRAWN, name + " was withdrawn: " + reason));
        Optional.ofNullable(manifest.deprecations().get(installed))
                .ifPresent(notice -> listener.warning(Warning.DEPRECATED, name + ": " + notice));
    }

    private ScheduleRecorder diary() {
        return new ScheduleRecorder(tools, home.app());
    }

    /** Makes a version current, then removes what the number of versions to keep does not cover. */
    public Receipt deliver(
            AppSources supply,
            Witness witness,
            Version version,
            Archive archive,
            Channel channel,
            Optional<Command> command)
            throws CcoException {
        Provenance provenance = new Provenance(supply.name(), supply.trust().id(), channel);
        List<Verifier> all = new ArrayList<>(tools.providers().verifiers(settings.requiredVerifiers(home.app())));
        all.addAll(supply.signatures(tools.providers()));
        new VersionInstaller(fetcher(supply), all, installer, tools.product().platform(), tools.clock(), listener)
                .deliver(lock(), supply, witness, version, archive, provenance, command);
        diary().updated();
        return new Retention(lock(), listener).keep(settings.updates(home.app()).keepVersions());
    }

    /** Makes versions current that are installed already. */
    public Rollback rollback() {
        return new Rollback(lock(), installer, listener);
    }

    /** The right to change the app. */
    public AppLock lock() {
        return lock.orElseThrow(() -> new IllegalStateException("this session only looks"));
    }

    /** What was done is done, and the lock is free in any case: that it could not be tidied up is only a notice. */
    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (InstallException e) {
            listener.notice(e.getMessage());
        }
    }
}
