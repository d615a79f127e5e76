package cco.core;

import cco.api.PlatformInstaller;
import cco.api.Transport;
import cco.api.Verifier;
import cco.core.config.Anchors;
import cco.core.config.Dirs;
import cco.core.config.Env;
import cco.core.config.NetworkConfig;
import cco.core.config.Settings;
import cco.core.config.UpdateSettings;
import cco.core.error.CcoException;
import cco.core.fetch.Certificates;
import cco.core.fetch.FetchLimits;
import cco.core.fetch.Fetcher;
import cco.core.fetch.HttpTransport;
import cco.core.fetch.NetworkSettings;
import cco.core.fetch.ProxySettings;
import cco.core.install.AppHome;
import cco.core.install.AppLock;
import cco.core.install.Command;
import cco.core.install.Memory;
import cco.core.install.Provenance;
import cco.core.install.Receipt;
import cco.core.install.Recovery;
import cco.core.install.Retention;
import cco.core.install.Rollback;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.plugin.Providers;
import cco.core.trust.TrustedManifest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One app, locked, with whatever an earlier crash left put into order. Everything that changes the app or what is
 * remembered of it happens in a session.
 */
final class Session implements AutoCloseable {

    private final AppLock lock;
    private final Settings settings;
    private final PlatformInstaller installer;
    private final Transport transport;
    private final List<Verifier> verifiers;
    private final Tools tools;
    private final ProgressListener listener;

    private Session(AppLock lock, Settings settings, Transport transport, Tools tools) throws CcoException {
        this.lock = lock;
        this.settings = settings;
        this.transport = transport;
        this.installer = tools.providers().installer(tools.env().osName());
        this.verifiers = tools.providers().verifiers(settings.requiredVerifiers());
        this.tools = tools;
        this.listener = tools.listener();
    }

    /** What every session of one {@link Updater} has in common. */
    record Tools(
            Env env,
            Dirs dirs,
            Providers providers,
            Product product,
            ProgressListener listener,
            InstantSource clock) {

        NetworkSettings network(NetworkConfig network) {
            Optional<ProxySettings> proxy = network.proxy()
                    .map(named -> new ProxySettings(named.address(), named.setBy(), network.exceptions()));
            Certificates certificates =
                    new Certificates(network.caFile(), network.systemCertificates(), env.osName());
            return new NetworkSettings(network.timeout(), proxy, certificates, product.headers());
        }

        AppHome home(AppName app) {
            return new AppHome(app, dirs.appData(app), dirs.appState(app));
        }

        Anchors anchors(AppName app) {
            return new Anchors(dirs.anchors(app));
        }
    }

    /**
     * Locks the app and recovers it.
     *
     * @throws cco.core.error.BusyException if another process has the lock
     */
    static Session open(Tools tools, AppName app, Settings settings, boolean offline) throws CcoException {
        Transport transport = offline ? new Offline() : transport(tools, settings.network());
        AppLock lock = AppLock.acquire(tools.home(app));
        try {
            Session session = new Session(lock, settings, transport, tools);
            new Recovery(lock, session.installer, tools.listener()).run();
            return session;
        } catch (CcoException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Transport transport(Tools tools, NetworkConfig network) throws CcoException {
        return new HttpTransport(tools.network(network));
    }

    private Fetcher fetcher(Supply supply) {
        Path pinned = tools.dirs().anchors(lock.home().app());
        FetchLimits limits = FetchLimits.of(settings.network().timeout());
        return new Fetcher(transport, tools.dirs().blobs(), supply.pins(pinned), limits);
    }

    /** The manifest that the supply's trust mode admits; {@code anew} forgets what was seen from another source. */
    Acceptance manifest(Supply supply, boolean anew) throws CcoException {
        return new Manifests(fetcher(supply), supply.signatures(tools.providers()), tools.clock(), listener)
                .current(lock, supply, anew);
    }

    /** What the manifest means here. */
    UpdatePlan plan(TrustedManifest manifest, Optional<Version> installed, Target target) throws CcoException {
        installed.map(manifest.manifest().deprecations()::get)
                .ifPresent(notice -> listener.notice(lock.home().app() + " " + installed.get() + ": " + notice));
        UpdateSettings updates = settings.updates(lock.home().app());
        Policy policy = new Policy(
                tools.product().platform(),
                tools.product().version(),
                updates.channel(),
                Set.copyOf(updates.skipVersions()),
                updates.minimumAge(),
                new Memory(lock).rolloutId().toString());
        // A clock that was set back must not make releases look as if they were still to come.
        return new Planner(policy, manifest.memory().acceptedAt()).plan(manifest, installed, target);
    }

    /** Carries a plan out, then removes what the number of versions to keep does not cover. */
    Receipt deliver(
            Supply supply, Witness witness, UpdatePlan.Change change, Channel channel, Optional<Command> command)
            throws CcoException {
        Provenance provenance = new Provenance(supply.name(), supply.trust().id(), channel);
        List<Verifier> all = new ArrayList<>(verifiers);
        all.addAll(supply.signatures(tools.providers()));
        new Delivery(fetcher(supply), all, installer, tools.product().platform(), tools.clock(), listener)
                .deliver(lock, supply, witness, change, provenance, command);
        return new Retention(lock, listener)
                .keep(settings.updates(lock.home().app()).keepVersions());
    }

    /** Makes versions current that are installed already. */
    Rollback rollback() {
        return new Rollback(lock, installer, listener);
    }

    @Override
    public void close() throws CcoException {
        lock.close();
    }
}
