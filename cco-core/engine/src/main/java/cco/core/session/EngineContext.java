package cco.core.session;

import cco.api.PlatformInstaller;
import cco.api.Transport;
import cco.core.config.ConfigFile;
import cco.core.config.Configuration;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.http.HttpEventListener;
import cco.core.http.HttpTransport;
import cco.core.http.NetworkSettings;
import cco.core.install.AppHome;
import cco.core.metadata.TrustAnchors;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import cco.core.model.ProgressListener;
import cco.core.plugin.Providers;
import cco.core.schedule.ScheduleRecorder;
import java.time.InstantSource;

/** The services that all sessions of one {@link cco.core.update.Updater} share. */
public record EngineContext(
        Env env,
        Dirs dirs,
        Providers providers,
        HostProduct product,
        ProgressListener listener,
        InstantSource clock,
        Initiator initiator) {

    /** Who starts a run. */
    public enum Initiator {
        /** A user at a command. */
        USER,
        /** An unattended check. */
        BACKGROUND
    }

    /** The services for a user's run. */
    public EngineContext(
            Env env,
            Dirs dirs,
            Providers providers,
            HostProduct product,
            ProgressListener listener,
            InstantSource clock) {
        this(env, dirs, providers, product, listener, clock, Initiator.USER);
    }

    /** The user's name, or {@code background}; for the history. */
    String actor() {
        return initiator == Initiator.BACKGROUND ? "background" : env.userName().orElse("unknown");
    }

    /** The settings of the HTTP stack, with this product's headers. */
    public NetworkSettings network(Configuration settings) {
        return settings.network().withHeaders(product.headers());
    }

    /** The HTTP stack, as configured. */
    public Transport transport(Configuration settings) throws CcoException {
        return new HttpTransport(network(settings), new HttpEventListener() {
            @Override
            public void notice(String message) {
                listener.notice(message);
            }
        });
    }

    /** The folders of an app. */
    public AppHome home(AppName app) {
        return new AppHome(app, dirs.appData(app), dirs.appState(app));
    }

    /** The pinned keys of an app. */
    public TrustAnchors anchors(AppName app) {
        return new TrustAnchors(dirs.anchors(app));
    }

    /** The installer for this operating system. */
    public PlatformInstaller installer() throws CcoException {
        return providers.installer(env.osName());
    }

    /** The configuration file as it is now. */
    public ConfigFile config() throws CcoException {
        return ConfigFile.load(dirs, env, providers::sourceKeys);
    }

    /** The recorder of an app's schedule. */
    public ScheduleRecorder schedule(AppName app) {
        return new ScheduleRecorder(app, dirs.appState(app), clock, listener);
    }
}
