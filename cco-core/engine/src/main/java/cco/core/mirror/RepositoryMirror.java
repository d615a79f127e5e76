package cco.core.mirror;

import cco.core.config.Configuration;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.model.HostProduct;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.UntrustedBytes;
import cco.core.plugin.Providers;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.EngineContext;
import cco.core.session.VerifiedCopy;
import cco.core.trust.GpgMode;
import cco.core.trust.TrustMode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Copies a release repository into a folder that can be served at any moment, also during the copy.
 *
 * <p>The folder {@code .mirror} in it has what the next copy needs: the memory against older states, the pinned keys,
 * unfinished downloads, and the lists of files. Web servers need not serve it.
 */
public final class RepositoryMirror {

    private static final String WORK = ".mirror";

    private final EngineContext user;
    private final EngineContext own;
    private final Path folder;
    private final Path work;

    /**
     * A mirror in a folder, which the first copy creates.
     *
     * @param env the environment
     * @param dirs the folders of the user, for the configuration
     * @param providers the sources and verifiers
     * @param product the running cco
     * @param listener receives progress and notices
     * @param folder the folder
     */
    public RepositoryMirror(
            Env env, Dirs dirs, Providers providers, HostProduct product, ProgressListener listener, Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.work = this.folder.resolve(WORK);
        Dirs inside = new Dirs(
                work,
                work.resolve("data"),
                work.resolve("state"),
                work.resolve("cache"),
                work.resolve("bin"),
                dirs.configFile());
        InstantSource clock = InstantSource.system();
        this.user = new EngineContext(env, dirs, providers, product, listener, clock);
        this.own = new EngineContext(env, inside, providers, product, listener, clock);
    }

    /**
     * Copies what the folder lacks, then removes what no client needs any more. If it fails or is killed, clients see
     * the copy before, and the next run continues.
     *
     * @param request the app, its source and its trust mode
     * @return what changed
     * @throws CcoException if the source cannot be read, anything is refused, or the folder cannot be written
     */
    public MirrorResult sync(MirrorRequest request) throws CcoException {
        Configuration settings = user.config().settings();
        MirrorKeys keys = new MirrorKeys(request.app(), own.anchors(request.app()));
        AppSources sources = sources(settings, request, keys);
        try (AppSession session = AppSession.open(own, request.app(), settings, user.transport(settings))) {
            VerifiedCopy copy = new VerifiedCopy(session, sources);
            MirrorPlan plan = new MirrorDocuments(session, sources, copy).plan();
            MirrorFolder mirror = MirrorFolder.begin(folder, work, plan.paths());
            MirrorResult result = copy(plan, copy, mirror, sources.trust());
            keys.pin(sources.trust());
            return result;
        }
    }

    private MirrorResult copy(MirrorPlan plan, VerifiedCopy copy, MirrorFolder mirror, TrustMode trust)
            throws CcoException {
        int copied = 0;
        long bytes = 0;
        for (RepositoryFile file : plan.files()) {
            boolean isNew = copy.copy(plan.accepted(), file, mirror.resolve(file.path()));
            if (plan.second(file).isPresent()) {
                mirror.link(file.path(), plan.second(file).get());
            }
            if (isNew || trust instanceof GpgMode) {
                copySignatures(file.path(), copy, mirror);
            }
            copied += isNew ? 1 : 0;
            bytes += isNew ? file.size() : 0;
        }
        for (Map.Entry<String, byte[]> document : plan.documents().entrySet()) {
            mirror.write(document.getKey(), document.getValue());
        }
        int versions = plan.accepted().manifest().manifest().versions().size();
        return new MirrorResult(versions, copied, bytes, mirror.prune());
    }

    private static void copySignatures(String path, VerifiedCopy copy, MirrorFolder mirror) throws CcoException {
        for (String name : MirrorPlan.signatures(path)) {
            Optional<UntrustedBytes> signature = copy.signature(name);
            if (signature.isPresent()) {
                mirror.write(name, signature.get().bytes());
            }
        }
    }

    private AppSources sources(Configuration settings, MirrorRequest request, MirrorKeys keys) throws CcoException {
        if (request.source().isEmpty()) {
            return AppSources.configured(settings, user, request.app(), Optional.empty());
        }
        TrustMode trust = request.trust().isPresent() ? request.trust().get() : keys.pinned();
        return AppSources.of(settings, user, request.source().get(), trust);
    }
}
