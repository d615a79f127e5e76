package cco.core.background;

import cco.core.config.UpdateSettings;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.NotManagedException;
import cco.core.error.SourceException;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import cco.core.model.Platform;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.plan.UpdatePlan;
import cco.core.plugin.Providers;
import cco.core.schedule.CheckStatus;
import cco.core.schedule.Notice;
import cco.core.schedule.Schedule;
import cco.core.schedule.ScheduleRecorder;
import cco.core.session.EngineContext;
import cco.core.update.Consent;
import cco.core.update.UpdateOutcome;
import cco.core.update.UpdateRequest;
import cco.core.update.Updater;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One background check for updates. It leaves its outcome in the app's schedule, for the next command to show, and
 * installs only if the user has set {@code auto_install}.
 */
final class BackgroundCheck {

    /** Longer than a weekend during which a laptop is closed. */
    private static final Duration MAX_SILENCE = Duration.ofDays(7);

    private static final int MANY_FAILURES = 5;

    private final AppName app;
    private final EngineContext context;
    private final NoticeTexts texts;
    private final Map<ProgressListener.Warning, String> warnings = new EnumMap<>(ProgressListener.Warning.class);

    BackgroundCheck(AppName app, Env env, Dirs dirs, Providers providers, HostProduct product, InstantSource clock) {
        ProgressListener listener = new ProgressListener() {
            @Override
            public void warning(Warning warning, String message) {
                warnings.put(warning, message);
            }
        };
        this.app = app;
        this.context =
                new EngineContext(env, dirs, providers, product, listener, clock, EngineContext.Initiator.BACKGROUND);
        this.texts = new NoticeTexts(app);
    }

    /** A check with the engine and the plugins of this process. */
    static BackgroundCheck of(AppName app, Dirs dirs, Env env) {
        HostProduct product = new HostProduct(version(), Platform.current(), env.bundle());
        Providers providers = Providers.load(dirs.plugins(), _ -> {});
        return new BackgroundCheck(app, env, dirs, providers, product, InstantSource.system());
    }

    /**
     * Runs the check in the process that a command started.
     *
     * @param words the app's name, and the configuration file
     */
    public static void main(String[] words) throws CcoException {
        Env env = Env.system();
        Dirs dirs = Dirs.of(env).withConfigFile(Path.of(words[1]));
        of(new AppName(words[0]), dirs, env).run();
    }

    /** The version of the engine, which is a module wherever it can find plugins. */
    private static Version version() {
        return Optional.ofNullable(BackgroundCheck.class.getModule().getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .map(Version::of)
                .orElse(Version.of("0.0.0"));
    }

    void run() {
        try {
            check(context.config().settings().updates(app));
        } catch (BusyException | NotManagedException notNow) {
            return; // Another process is checking already, or cco does not manage the app.
        } catch (SourceException e) {
            recorder().record(schedule -> unreachable(schedule, e));
        } catch (CcoException e) {
            show(texts.refused(e));
        } catch (RuntimeException | Error bug) {
            show(texts.broken(bug));
            throw bug;
        } finally {
            new Updater(context).telemetry().sendIfDue();
        }
    }

    private void check(UpdateSettings settings) throws CcoException {
        AtomicReference<Release> installing = new AtomicReference<>();
        Consent agreed = change -> {
            installing.set(change.release());
            return true;
        };
        UpdateOutcome outcome = new Updater(context)
                .update(new UpdateRequest(
                        app,
                        new Target.Newest(Optional.empty()),
                        Optional.empty(),
                        false,
                        settings.autoInstall() ? agreed : Consent.NEVER));
        switch (outcome) {
            case UpdateOutcome.Updated updated -> show(texts.updated(updated, installing.get()));
            case UpdateOutcome.Available(var _, UpdatePlan.Change offer) ->
                texts.status(Optional.of(offer), warnings).ifPresent(this::show);
            case UpdateOutcome.UpToDate _,
                    UpdateOutcome.HeldBack _,
                    UpdateOutcome.Installed _,
                    UpdateOutcome.RolledBack _ ->
                texts.status(Optional.empty(), warnings).ifPresent(this::show);
        }
    }

    private Schedule unreachable(Schedule schedule, SourceException e) {
        Instant now = context.clock().instant();
        Schedule deferred = e.retryAfter()
                .map(wait -> schedule.with(schedule.timing().deferred(now, wait)))
                .orElse(schedule);
        Optional<Instant> since = schedule.timing().lastCheck();
        boolean isSilent = schedule.timing().failures() >= MANY_FAILURES
                && since.filter(time -> time.plus(MAX_SILENCE).isAfter(now)).isEmpty();
        return isSilent ? deferred.with(deferred.notices().with(texts.unreachable(since, e), now)) : deferred;
    }

    private void show(Notice news) {
        recorder().record(schedule -> schedule.with(schedule.notices().with(news)));
    }

    private void show(CheckStatus status) {
        Instant now = context.clock().instant();
        recorder().record(schedule -> schedule.with(schedule.notices().with(status, now)));
    }

    private ScheduleRecorder recorder() {
        return context.schedule(app);
    }
}
