package cco.core.session;

import cco.api.PlatformInstaller;
import cco.core.config.ConfigFile;
import cco.core.config.NetworkConfig;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.http.Certificates;
import cco.core.http.NetworkSettings;
import cco.core.http.ProxySettings;
import cco.core.install.AppHome;
import cco.core.metadata.TrustAnchors;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import cco.core.model.ProgressListener;
import cco.core.plugin.Providers;
import java.time.InstantSource;
import java.util.Optional;

/** What every session of one {@link cco.core.update.Updater} has in common. */
public record EngineContext(
        Env env, Dirs dirs, Providers providers, HostProduct product, ProgressListener listener, InstantSource clock) {

    public NetworkSettings network(NetworkConfig network) {
        Optional<ProxySettings> proxy =
                network.proxy().map(named -> new ProxySettings(named.address(), named.setBy(), network.exceptions()));
        Certificates certificates = new Certificates(network.caFile(), network.systemCertificates(), env.osName());
        return new NetworkSettings(network.timeout(), proxy, certificates, product.headers());
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
