package cco.core.session;

import cco.api.PlatformInstaller;
import cco.core.config.ConfigFile;
import cco.core.config.Settings;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.http.NetworkSettings;
import cco.core.install.AppHome;
import cco.core.metadata.TrustAnchors;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import cco.core.model.ProgressListener;
import cco.core.plugin.Providers;
import java.time.InstantSource;

/** What every session of one {@link cco.core.update.Updater} has in common. */
public record EngineContext(
        Env env, Dirs dirs, Providers providers, HostProduct product, ProgressListener listener, InstantSource clock) {

    /** How to reach the network, with this product's headers. */
    public NetworkSettings network(Settings settings) {
        return settings.network().withHeaders(product.headers());
    }

    public AppHome home(AppName app) {
        return new AppHome(app, dirs.appData(app), dirs.appState(app));
    }

    public TrustAnchors anchors(AppName app) {
        return new TrustAnchors(dirs.anchors(app));
    }

    public PlatformInstaller installer() throws CcoException {
        return providers.installer(env.osName());
    }

    /** What the configuration file says now. */
    public ConfigFile config() throws CcoException {
        return ConfigFile.load(dirs, env, providers::sourceKeys);
    }
}
