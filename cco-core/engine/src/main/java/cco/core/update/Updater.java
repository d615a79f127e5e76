package cco.core.update;

import cco.core.config.AdminPolicy;
import cco.core.config.ConfigFile;
import cco.core.config.Settings;
import cco.core.doctor.NetworkCheck;
import cco.core.doctor.ProbeReport;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.manifest.Manifest;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.HostProduct;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.plan.UpdatePlan;
import cco.core.plugin.Providers;
import cco.core.session.AcceptedManifest;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.EngineContext;
import cco.core.session.Ownership;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Installs apps and keeps them up to date. One request goes through these steps, each of which hands the next a type
 * that only it can make:
 *
 * <ol>
 *   <li>the app's lock is taken: another process that has it is an error, never waited for;
 *   <li>recovery finishes or undoes what a crash left;
 *   <li>the manifest is fetched from the first origin whose manifest the trust mode admits;
 *   <li>the planner decides what it means here; without consent the request ends, and nothing was changed;
 *   <li>the archive is fetched and verified, unpacked beside the installed versions and started once;
 *   <li>the journal is written, and one rename makes the new version current;
 *   <li>old versions beyond the number to keep are removed.
 * </ol>
 *
 * <p>It changes nothing outside the places that {@link Dirs} names, starts no thread that outlives a call, and may be
 * used from several threads for different apps.
 */
public final class Updater {

    private final EngineContext tools;

    /**
     * An updater that reads the configuration anew for each request.
     *
     * @param env where variables that outrank the configuration, or name a proxy, come from
     * @param listener is told of progress, and of what is worth knowing but no error
     */
    public Updater(Env env, Dirs dirs, Providers providers, HostProduct product, ProgressListener listener) {
        this(new EngineContext(env, dirs, providers, product, listener, InstantSource.system()));
    }

    @SuppressWarnings("exports") // called by the engine alone
    public Updater(EngineContext tools) {
        this.tools = tools;
    }

    /**
     * Looks for another version of an installed app and, with the request's consent, installs it.
     *
     * @throws cco.core.error.NotManagedException if the app is not cco's to change
     * @throws CcoException of the other kinds; the version that was current still is
     */
    public UpdateOutcome update(UpdateRequest request) throws CcoException {
        AppName app = request.app();
        Ownership.require(tools.home(app), tools.product());
        Settings settings = tools.config().settings();
        allow(settings.pinned(), request);
        settings.remarks(app).forEach(tools.listener()::notice);
        Optional<Channel> named =
                request.target() instanceof Target.Newest(Optional<Channel> channel) ? channel : Optional.empty();
        return telemetry().told(settings, app, named, () -> update(request, settings));
    }

    private UpdateOutcome update(UpdateRequest request, Settings settings) throws CcoException {
        AppName app = request.app();
        boolean looks = request.consent() == Consent.NEVER;
        try (AppSession session = looks
                ? AppSession.look(tools, app, settings, request.offline())
                : AppSession.open(tools, app, settings, request.offline())) {
            Receipt receipt = receipt(app);
            if (request.offline()
                    && !looks
                    && request.target() instanceof Target.Exactly(Version version)
                    && receipt.find(version).isPresent()) {
                return back(receipt, session.rollback().to(version));
            }
            AppSources supply = AppSources.configured(settings, tools, app, request.source());
            AcceptedManifest accepted = session.manifest(supply, false);
            Optional<Version> installed = Optional.of(receipt.current()).filter(tools.home(app)::has);
            UpdatePlan plan = session.plan(accepted.manifest(), installed, request.target());
            return switch (plan) {
                case UpdatePlan.UpToDate(Version current) -> new UpdateOutcome.UpToDate(app, current);
                case UpdatePlan.NotForYou held
                when request.target() instanceof Target.Exactly -> throw held.refusal(app);
                case UpdatePlan.NotForYou(Version version, String reason) ->
                    new UpdateOutcome.HeldBack(app, receipt.current(), version, reason);
                case UpdatePlan.Change change
                when !request.consent().approve(change) -> new UpdateOutcome.Available(app, change);
                case UpdatePlan.Change change -> {
                    Channel channel = settings.updates(app).channel();
                    Receipt after = session.deliver(
                            supply, accepted.witness(), change.to(), change.archive(), channel, Optional.empty());
                    yield new UpdateOutcome.Updated(app, receipt.current(), after.current());
                }
            };
        }
    }

    /**
     * Installs an app and remembers its source and trust mode in the configuration. An app that is installed already is
     * put into order: its files, its command and its source are made what the request says, and it never becomes older
     * unless the request names an older version.
     *
     * @throws InstallException if there is no release for this machine
     * @throws CcoException of the other kinds; the app is as it was
     */
    public UpdateOutcome install(InstallRequest request) throws CcoException {
        ConfigFile config = tools.config();
        return telemetry()
                .told(
                        config.settings(),
                        request.app(),
                        request.channel(),
                        () -> new InstallRun(tools, config, request).run());
    }

    /**
     * Makes the version before the current one again, without network. Doing it twice leads back.
     *
     * @throws InstallException if there is no version before, or it is damaged
     * @throws CcoException of the other kinds; the version that was current still is
     */
    public UpdateOutcome rollback(AppName app) throws CcoException {
        Ownership.require(tools.home(app), tools.product());
        Settings settings = tools.config().settings();
        return telemetry().told(settings, app, Optional.empty(), () -> {
            try (AppSession session = AppSession.open(tools, app, settings, true)) {
                return back(receipt(app), session.rollback().toPrevious());
            }
        });
    }

    /** The usage figures that are kept on this machine, if the user has agreed to them. */
    public Telemetry telemetry() {
        return new Telemetry(tools);
    }

    /** The apps that cco keeps. */
    public Inventory installed() throws CcoException {
        return Inventory.of(tools);
    }

    /**
     * One app that cco keeps.
     *
     * @throws cco.core.error.NotManagedException if cco has not installed it
     */
    public InstalledApp installed(AppName app) throws CcoException {
        return InstalledApp.of(receipt(app));
    }

    /**
     * What an installed app's repository offers.
     *
     * @param source the one configured source to ask, or nothing for all in their order
     */
    public Manifest manifest(AppName app, Optional<String> source) throws CcoException {
        receipt(app);
        Settings settings = tools.config().settings();
        AppSources supply = AppSources.configured(settings, tools, app, source);
        try (AppSession session = AppSession.look(tools, app, settings, false)) {
            return session.manifest(supply, false).manifest().manifest();
        }
    }

    /**
     * Goes the way to each of an app's release repositories step by step, to find where it ends. Nothing is installed.
     *
     * @throws CcoException if the configuration cannot be used
     */
    public List<ProbeReport> network(AppName app) throws CcoException {
        return new NetworkCheck(tools, tools.config().settings()).of(app);
    }

    private static void allow(AdminPolicy pinned, UpdateRequest request) throws CcoException {
        if (request.source().isPresent()) {
            pinned.requireSource(request.app(), request.source().get());
        }
        if (request.target() instanceof Target.Newest(Optional<Channel> channel) && channel.isPresent()) {
            pinned.requireChannel(request.app(), channel.get());
        }
    }

    private Receipt receipt(AppName app) throws CcoException {
        return new ReceiptFile(tools.home(app)).require();
    }

    private static UpdateOutcome back(Receipt before, Receipt after) {
        return before.current().equals(after.current())
                ? new UpdateOutcome.UpToDate(before.app(), before.current())
                : new UpdateOutcome.RolledBack(before.app(), before.current(), after.current());
    }
}
