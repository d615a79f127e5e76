package cco.core.session;

import cco.api.PlatformInstaller;
import cco.api.Transport;
import cco.core.config.Configuration;
import cco.core.disk.IoReason;
import cco.core.disk.StateWriter;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.fetch.FetchLimits;
import cco.core.fetch.Fetcher;
import cco.core.http.HttpTransport;
import cco.core.http.OfflineTransport;
import cco.core.http.RetryPolicy;
import cco.core.install.AppHome;
import cco.core.install.AppLock;
import cco.core.install.Receipt;
import cco.core.install.Recovery;
import cco.core.install.Rollback;
import cco.core.install.TrustMemory;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.ProgressListener;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One app while cco works on it: its lock, its folders and its network. Opening a session recovers the app from an
 * earlier crash. A read-only session needs no lock and changes nothing that the user runs.
 */
public final class AppSession implements AutoCloseable {

    private final EngineContext context;
    private final AppHome home;
    private final Configuration settings;
    private final Transport transport;
    private final Optional<AppLock> lock;
    private final Optional<Receipt> rollback;
    private final DeferredState deferred = new DeferredState();

    /** What was remembered when a read-only session was opened. */
    private final Optional<LastAccepted> before;

    /** One fetcher for each set of sources: it remembers which origins do not answer. */
    private final Map<AppSources, Fetcher> fetchers = new HashMap<>();

    private AppSession(
            EngineContext context,
            AppHome home,
            Configuration settings,
            Transport transport,
            Optional<AppLock> lock,
            Optional<Receipt> rollback)
            throws CcoException {
        this.context = context;
        this.home = home;
        this.settings = settings;
        this.transport = transport;
        this.lock = lock;
        this.rollback = rollback;
        this.before =
                lock.isPresent() ? Optional.empty() : TrustMemory.readOnly(home).read();
        context.providers().requireVerifiers(settings.requiredVerifiers(home.app()));
    }

    /**
     * Locks the app and recovers it from an earlier crash.
     *
     * @throws cco.core.error.BusyException if another process holds the lock
     */
    public static AppSession open(EngineContext context, AppName app, Configuration settings, Transport transport)
            throws CcoException {
        AppLock lock = AppLock.acquire(context.home(app));
        try {
            Recovery.Recovered recovered = new Recovery(
                            lock,
                            context.installer(),
                            InstalledSource.of(context, app),
                            context.listener(),
                            context.clock())
                    .run();
            // The recovery may have written the source of an interrupted installation.
            Configuration now = recovered.interrupted() ? context.config().settings() : settings;
            return new AppSession(context, lock.home(), now, transport, Optional.of(lock), recovered.rollback());
        } catch (CcoException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a session for a check, whether or not another process holds the lock. When it is closed, it remembers the
     * check, if this user may write the app's folders, the disk has room and the lock is free.
     */
    public static AppSession openReadOnly(
            EngineContext context, AppName app, Configuration settings, Transport transport) throws CcoException {
        return new AppSession(context, context.home(app), settings, transport, Optional.empty(), Optional.empty());
    }

    /** The services of the engine. */
    public EngineContext context() {
        return context;
    }

    /** The app. */
    public AppName app() {
        return home.app();
    }

    /** The app's folders. */
    public AppHome home() {
        return home;
    }

    /** The configuration that holds during this session. */
    public Configuration settings() {
        return settings;
    }

    /** The installer for this operating system. */
    PlatformInstaller installer() throws CcoException {
        return context.installer();
    }

    /** The listener that shows progress and notices. */
    ProgressListener listener() {
        return context.listener();
    }

    /** Writes what the next run should know: at once under the lock, otherwise when the session is closed. */
    StateWriter writer() {
        if (lock.isPresent()) {
            return StateWriter.ALWAYS;
        }
        return home.isWritable() ? deferred : StateWriter.NEVER;
    }

    /** The lock. */
    public AppLock lock() {
        return lock.orElseThrow(() -> new IllegalStateException("a read-only session has no lock"));
    }

    /** What is remembered about the app's source. */
    public TrustMemory memory() {
        return lock.map(held -> new TrustMemory(held, StateWriter.ALWAYS))
                .orElseGet(() -> TrustMemory.deferred(home, writer()));
    }

    /** Switches to versions that are installed already. */
    public Rollback rollback() throws CcoException {
        return new Rollback(lock(), installer(), listener(), context.clock());
    }

    /** The receipt after an interrupted rollback, if opening the session has finished one. */
    public Optional<Receipt> finishedRollback() {
        return rollback;
    }

    /** Downloads from these sources. */
    Fetcher fetcher(AppSources sources) {
        return fetchers.computeIfAbsent(sources, _ -> fetcher(sources, transport));
    }

    /** Reads from those of these sources that are folders, and from the cache. */
    Fetcher offlineFetcher(AppSources sources) {
        return fetcher(sources, new OfflineTransport());
    }

    private Fetcher fetcher(AppSources sources, Transport network) {
        return new Fetcher(
                network,
                context.dirs().blobs(),
                sources.pins(context.dirs().anchors(app())),
                FetchLimits.of(settings.network().timeout()),
                RetryPolicy.system());
    }

    /**
     * Remembers a check, closes the connections and releases the lock. A failure is only a notice: the work is done,
     * and the system frees the lock in any case.
     */
    @Override
    public void close() {
        if (transport instanceof HttpTransport http) {
            http.close();
        }
        try {
            if (lock.isPresent()) {
                lock.get().close();
            } else if (!deferred.isEmpty()) {
                remember();
            }
        } catch (InstallException | IOException e) {
            listener().notice(e.getMessage());
        }
    }

    /** What another process remembers in the meantime counts; another user's app remembers nothing. */
    private void remember() throws InstallException, IOException {
        try (AppLock held = AppLock.acquire(home)) {
            if (before.equals(TrustMemory.readOnly(held.home()).read())) {
                deferred.writeTo(StateWriter.ifPossible(reason ->
                        listener().notice(IoReason.explain("cannot remember this check of " + app(), reason))));
            }
        } catch (BusyException | NotManagedException another) {
            return;
        }
    }
}
