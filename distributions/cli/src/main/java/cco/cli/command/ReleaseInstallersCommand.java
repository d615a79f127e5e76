package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.parse.NoSplitting;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.metadata.BundleAnchor;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.core.update.InstallRequest;
import cco.core.update.ReleaseExport;
import cco.publisher.bootstrap.CcoBundle;
import cco.publisher.bootstrap.InstallScripts;
import cco.publisher.bootstrap.PublicAddress;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code cco release installers}: writes the scripts with which users install the app by one line. */
final class ReleaseInstallersCommand implements Command {

    @ParametersDelegate
    private final RepositoryOption repository = new RepositoryOption();

    @Parameter(names = "--address", splitter = NoSplitting.class)
    private String address;

    @Parameter(names = "--cco", splitter = NoSplitting.class)
    private String cco;

    @Parameter(names = "--cco-root", splitter = NoSplitting.class)
    private Path ccoRoot;

    private Arguments arguments;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        repository.require(arguments);
        arguments.requires("--address");
        this.arguments = arguments;
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Console console = context.console();
        PublicAddress place = PublicAddress.of(address);
        AppName app = new PublishedReleases(repository.folder()).manifest().app();
        List<CcoBundle> bundles =
                app.equals(AppName.CCO) ? CcoBundle.ofRepository(repository.folder()) : copied(context);
        List<Path> written = new InstallScripts(repository.folder(), app, place, bundles).write();
        for (Path file : written) {
            console.report(Event.named("script").with("path", file), "wrote " + file);
        }
        if (written.isEmpty()) {
            console.note("all scripts are up to date");
        }
        console.hint("once the repository is uploaded, users can type:", place.shellCommand());
        return ExitCode.OK;
    }

    /** Copies cco's own archives into the repository, verified with cco's own keys. */
    private List<CcoBundle> copied(CommandContext context) throws CcoException {
        ReleaseExport export = new ReleaseExport(
                context.env(), context.dirs(), context.providers(), context.product(), context.progress());
        Path folder = repository.folder().resolve(CcoBundle.FOLDER);
        List<CcoBundle> bundles = new ArrayList<>();
        for (Map.Entry<Platform, RepositoryFile> entry :
                export.export(ccoRequest(context), folder).entrySet()) {
            RepositoryFile file = entry.getValue();
            String location = CcoBundle.FOLDER + "/" + file.name();
            bundles.add(new CcoBundle(entry.getKey(), location, file.sha256(), file.size()));
        }
        return bundles;
    }

    private InstallRequest ccoRequest(CommandContext context) throws CcoException {
        Optional<BundleAnchor> anchor = context.env().bundle().map(BundleAnchor::new);
        Optional<String> own = anchor.isPresent() && cco == null ? anchor.get().address() : Optional.ofNullable(cco);
        String place = own.orElseThrow(() -> new UsageException(
                "this copy of cco was built without the address of its own releases",
                "pass the URL or the folder of cco's releases with --cco"));
        SourceArgument source = SourceArgument.of(List.of(place), arguments);
        if (ccoRoot == null && anchor.flatMap(BundleAnchor::root).isEmpty()) {
            throw new UsageException(
                    "this copy of cco was built without the keys of its own releases",
                    "pass the root.json of cco's releases with --cco-root FILE");
        }
        return new InstallRequest(
                AppName.CCO,
                source.source(),
                source.settings(),
                TrustOptions.of(AppName.CCO, Optional.empty(), Optional.ofNullable(ccoRoot), Optional.empty(), anchor),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
