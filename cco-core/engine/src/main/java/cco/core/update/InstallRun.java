package cco.core.update;

import cco.api.PlatformInstaller;
import cco.core.config.ConfigFile;
import cco.core.config.Configuration;
import cco.core.config.SourceConfig;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.install.AppCommand;
import cco.core.install.HoldFile;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.install.Registration;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Hold;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.plan.UpdatePlan;
import cco.core.session.AcceptedManifest;
import cco.core.session.AppPlanner;
import cco.core.session.AppRecords;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.EngineContext;
import cco.core.session.InstalledSource;
import cco.core.session.ManifestLoader;
import cco.core.session.VersionInstaller;
import cco.core.trust.GpgMode;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TufMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One {@linkplain Updater#install installation}. A failure leaves nothing in the configuration. */
final class InstallRun {

    private final EngineContext context;
    private final ConfigFile config;
    private final InstallRequest request;
    private final AppName app;
    private SourceConfig table;

    InstallRun(EngineContext context, ConfigFile config, InstallRequest request) {
        this.context = context;
        this.config = config;
        this.request = request;
        this.app = request.app();
        this.table = request.table();
    }

    UpdateOutcome run() throws CcoException {
        Configuration settings = config.settings();
        table = withConfiguredFolders(settings);
        settings.pinned().requireTable(table);
        if (request.channel().isPresent()) {
            settings.pinned().requireChannel(app, request.channel().get());
        }
        AppSources sources = AppSources.of(settings, context, table, request.trust());
        Channel channel = request.channel().orElse(settings.updates(app).channel());
        try (AppSession session = AppSession.open(context, app, settings, context.transport(settings))) {
            Optional<Receipt> before = new ReceiptFile(session.home()).read();
            boolean known = before.isPresent() && isConfigured(settings) && isPinned();
            ManifestLoader loader = new ManifestLoader(session);
            AcceptedManifest accepted = known ? loader.load(sources) : loader.loadFromNewSource(sources);
            UpdatePlan plan = new AppPlanner(session)
                    .plan(accepted.manifest(), Optional.empty(), target(session, before, channel));
            UpdatePlan.Change change = change(plan);
            boolean older = before.filter(receipt -> receipt.current().compareTo(change.to()) > 0)
                    .isPresent();
            if (older && request.version().isEmpty()) {
                Receipt receipt = before.get();
                new VersionInstaller(session, sources).register(receipt, registration(session));
                return new UpdateOutcome.UpToDate(app, receipt.current());
            }
            if (older) {
                context.listener()
                        .notice("going back from " + app + " " + before.get().current() + " to " + change.to());
            }
            return install(session, sources, accepted, change, channel);
        }
    }

    private UpdateOutcome install(
            AppSession session,
            AppSources sources,
            AcceptedManifest accepted,
            UpdatePlan.Change change,
            Channel channel)
            throws CcoException {
        Receipt after = new VersionInstaller(session, sources)
                .install(accepted, change, channel, Optional.of(registration(session)));
        request.version().ifPresent(version -> new AppRecords(session).hold(version));
        PlatformInstaller installer = context.installer();
        List<Path> commands =
                after.links().stream().map(link -> link.file(installer)).toList();
        return new UpdateOutcome.Installed(app, after.current(), commands);
    }

    /** Requires the app's own command, without which the user cannot start it. A notice has named the cause. */
    static void requireCommand(UpdateOutcome outcome) throws StorageException {
        if (outcome instanceof UpdateOutcome.Installed(var app, var version, var commands)
                && !Files.exists(commands.getFirst(), LinkOption.NOFOLLOW_LINKS)) {
            throw new StorageException(
                    app + " " + version + " is installed, but its command " + commands.getFirst() + " is missing",
                    "run `cco doctor " + app + " --repair`",
                    null);
        }
    }

    private Registration registration(AppSession session) throws CcoException {
        return new Registration(
                new AppCommand(context.dirs().bin(), commandName(session)),
                InstalledSource.of(context, table, request.trust(), request.channel()));
    }

    /** A name that the user has chosen before stays. */
    private String commandName(AppSession session) throws CcoException {
        Optional<String> present =
                new ReceiptFile(session.home()).read().flatMap(Receipt::command).map(AppCommand::name);
        return request.command().or(() -> present).orElse(app.value());
    }

    /** A held app is installed again in the version that the user keeps. */
    private Target target(AppSession session, Optional<Receipt> before, Channel channel) throws CcoException {
        Optional<Version> version = request.version();
        if (version.isEmpty()) {
            version = new HoldFile(session.home())
                    .read(before.map(Receipt::current))
                    .map(Hold::version);
        }
        return version.<Target>map(Target.Exactly::new).orElseGet(() -> new Target.Newest(Optional.of(channel)));
    }

    /** The command line has no options for the folders of a repository, so the table's own remain. */
    private SourceConfig withConfiguredFolders(Configuration settings) {
        try {
            return table.withFoldersOf(settings.source(app, table.id()));
        } catch (UsageException notYet) {
            return table;
        }
    }

    private boolean isConfigured(Configuration settings) {
        try {
            return settings.source(app, table.id()).equals(table);
        } catch (CcoException notYet) {
            return false;
        }
    }

    /** Other keys start a new order of manifests, so that a thief's highest serial ends with the stolen key. */
    private boolean isPinned() {
        return switch (request.trust()) {
            case TufMode(UntrustedBytes root) -> isPinned(TufMode.ROOT, root);
            case GpgMode(UntrustedBytes keyring) -> isPinned(GpgMode.KEYRING, keyring);
            case Sha256Mode _ -> true;
        };
    }

    private boolean isPinned(String name, UntrustedBytes keys) {
        try {
            return Arrays.equals(context.anchors(app).pinned(name), keys.bytes());
        } catch (UsageException notYet) {
            return false;
        }
    }

    private UpdatePlan.Change change(UpdatePlan plan) throws InstallException {
        return switch (plan) {
            case UpdatePlan.Change change -> change;
            case UpdatePlan.NotForYou held -> throw held.refusal(app);
            case UpdatePlan.UpToDate(Version current) ->
                throw new IllegalStateException("planned as a new app, yet up to date: " + current);
        };
    }
}
