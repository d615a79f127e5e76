package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.metadata.BundleAnchor;
import cco.core.model.AppName;
import cco.core.update.InstallRequest;
import cco.core.update.ReleaseExport;
import cco.publisher.bootstrap.CcoBundle;
import cco.publisher.bootstrap.InstallScripts;
import cco.publisher.bootstrap.PublicAddress;
import cco.publisher.repository.BundleFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the install scripts of a repository. Those of another app than cco also need cco's own archives, which it
 * verifies with cco's own keys.
 *
 * @param arguments of the command, for messages
 * @param cco the place of cco's releases; nothing for the one in the bundle
 * @param ccoRoot the root of cco's releases; nothing for the one in the bundle
 */
record ScriptWriter(CommandContext context, Arguments arguments, Optional<String> cco, Optional<Path> ccoRoot) {

    /** Whether it can have cco's own archives. */
    boolean knowsCco() throws UsageException {
        return place().isPresent()
                && (ccoRoot.isPresent() || anchor().flatMap(BundleAnchor::root).isPresent());
    }

    /**
     * Writes the scripts.
     *
     * @param address where users find the repository
     * @return the files that changed
     * @throws CcoException if cco's archives cannot be had or are refused, or a file cannot be written
     */
    List<Path> write(Path repository, AppName app, PublicAddress address) throws CcoException {
        List<CcoBundle> bundles;
        if (app.equals(AppName.CCO)) {
            bundles = CcoBundle.ofRepository(repository);
        } else if (address.isOnGitHub()) {
            bundles = referred();
        } else {
            bundles = copied(repository);
        }
        return new InstallScripts(repository, app, address, bundles).write();
    }

    /** Copies cco's archives into the repository, so that it depends on no other server. */
    private List<CcoBundle> copied(Path repository) throws CcoException {
        List<CcoBundle> bundles = new ArrayList<>();
        Path folder = repository.resolve(BundleFolder.NAME);
        releases()
                .export(ccoRequest(), folder)
                .forEach((platform, archive) ->
                        bundles.add(CcoBundle.of(platform, archive, file -> BundleFolder.NAME + "/" + file.name())));
        return bundles;
    }

    /** Refers to cco's own releases: a branch of a git repository is no place for archives. */
    private List<CcoBundle> referred() throws CcoException {
        PublicAddress own = PublicAddress.of(requiredPlace());
        List<CcoBundle> bundles = new ArrayList<>();
        releases()
                .archives(ccoRequest())
                .forEach((platform, archive) ->
                        bundles.add(CcoBundle.of(platform, archive, file -> own.url(file.path()))));
        return bundles;
    }

    private ReleaseExport releases() throws CcoException {
        return new ReleaseExport(
                context.env(), context.dirs(), context.providers(), context.product(), context.progress());
    }

    private InstallRequest ccoRequest() throws CcoException {
        SourceArgument source = SourceArgument.of(List.of(requiredPlace()), arguments);
        if (!knowsCco()) {
            throw new UsageException(
                    "this copy of cco was built without the keys of its own releases",
                    "pass the root.json of cco's releases with --cco-root FILE");
        }
        return new InstallRequest(
                AppName.CCO,
                source.source(),
                source.settings(),
                TrustOptions.of(AppName.CCO, Optional.empty(), ccoRoot, Optional.empty(), anchor()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String requiredPlace() throws UsageException {
        return place().orElseThrow(() -> new UsageException(
                "this copy of cco was built without the address of its own releases",
                "pass the URL or the folder of cco's releases with --cco"));
    }

    private Optional<String> place() throws UsageException {
        Optional<BundleAnchor> anchor = anchor();
        return cco.isPresent() || anchor.isEmpty() ? cco : anchor.get().address();
    }

    private Optional<BundleAnchor> anchor() {
        return context.env().bundle().map(BundleAnchor::new);
    }
}
