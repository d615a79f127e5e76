package cco.core.update;

import cco.core.config.Configuration;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.StorageException;
import cco.core.manifest.Archive;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.HostProduct;
import cco.core.model.Platform;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.plugin.Providers;
import cco.core.session.AcceptedManifest;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.ArchiveExport;
import cco.core.session.EngineContext;
import cco.core.session.ManifestLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Copies the archives of a release, for all platforms, into a folder, verified as for an installation. It installs
 * nothing, and neither uses nor changes what this machine remembers of the app.
 */
public final class ReleaseExport {

    private final Env env;
    private final Dirs dirs;
    private final Providers providers;
    private final HostProduct product;
    private final ProgressListener listener;

    /**
     * An export with the network settings of this machine.
     *
     * @param env the environment
     * @param dirs the folders with the configuration
     * @param providers the sources and verifiers
     * @param product the running cco
     * @param listener receives progress and notices
     */
    public ReleaseExport(Env env, Dirs dirs, Providers providers, HostProduct product, ProgressListener listener) {
        this.env = env;
        this.dirs = dirs;
        this.providers = providers;
        this.product = product;
        this.listener = listener;
    }

    private interface ArchiveStep {
        void accept(ArchiveExport export, AcceptedManifest manifest, Archive archive) throws CcoException;
    }

    /**
     * Reads from the verified manifest which archives the newest release of a channel has, and downloads none.
     *
     * @param request the app, its source and its trust mode; the default channel is stable
     * @return the archives by platform, with those alternates that are signed
     * @throws CcoException if there is no such release, or its manifest is refused
     */
    public Map<Platform, Archive> archives(InstallRequest request) throws CcoException {
        return forEach(request, (_, _, _) -> {});
    }

    /**
     * Copies the newest release of a channel, with its alternates.
     *
     * @param request the app, its source and its trust mode; the default channel is stable
     * @param folder the folder for the archives
     * @return the archives by platform; each file has the last name of its path
     * @throws CcoException if there is no such release, or any of its archives cannot be had or is refused
     */
    public Map<Platform, Archive> export(InstallRequest request, Path folder) throws CcoException {
        return forEach(request, (export, manifest, archive) -> {
            export.export(
                    manifest, archive.file(), folder.resolve(archive.file().name()));
            for (RepositoryFile alternate : archive.alternates()) {
                export.export(manifest, alternate, folder.resolve(alternate.name()));
            }
        });
    }

    private Map<Platform, Archive> forEach(InstallRequest request, ArchiveStep step) throws CcoException {
        try {
            Path temporary = Files.createTempDirectory("cco-export");
            try {
                return forEach(
                        request,
                        step,
                        new EngineContext(
                                env, isolated(temporary), providers, product, listener, InstantSource.system()));
            } finally {
                DurableFiles.deleteTree(temporary);
            }
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot use the folder for temporary files", e),
                    "check its free space and permissions",
                    e);
        }
    }

    private Dirs isolated(Path folder) {
        return new Dirs(
                dirs.config(),
                folder.resolve("data"),
                folder.resolve("state"),
                folder.resolve("cache"),
                folder.resolve("bin"),
                dirs.configFile());
    }

    private static Map<Platform, Archive> forEach(InstallRequest request, ArchiveStep step, EngineContext context)
            throws CcoException {
        AppName app = request.app();
        Configuration settings = context.config().settings();
        AppSources sources = AppSources.of(settings, context, request.table(), request.trust());
        try (AppSession session = AppSession.openReadOnly(context, app, settings, context.transport(settings))) {
            AcceptedManifest accepted = new ManifestLoader(session).loadFromNewSource(sources);
            ArchiveExport export = new ArchiveExport(session, sources);
            Map<Platform, Archive> archives = new LinkedHashMap<>();
            for (Map.Entry<Platform, Archive> entry :
                    release(accepted, request).platforms().entrySet()) {
                Archive archive = accepted.usableFrom(Optional.empty(), entry.getValue());
                step.accept(export, accepted, archive);
                archives.put(entry.getKey(), archive);
            }
            return archives;
        }
    }

    private static Release release(AcceptedManifest accepted, InstallRequest request) throws InstallException {
        Manifest manifest = accepted.manifest().manifest();
        Channel channel = request.channel().orElse(Channel.STABLE);
        return Optional.ofNullable(manifest.latest().get(channel))
                .flatMap(manifest::release)
                .filter(release -> release.withdrawn().isEmpty())
                .orElseThrow(() -> new InstallException(
                        "there is no release of " + request.app() + " on the channel " + channel,
                        "name another place of its releases"));
    }
}
