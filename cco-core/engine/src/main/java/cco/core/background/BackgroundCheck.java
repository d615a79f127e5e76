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
import cco.core.session.EngineContext;
import cco.core.session.ScheduleRecorder;
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
 * One look for updates that nobody waits for. Its outcome goes into the app's schedule, for the next command to tell.
 * It installs only what the user has agreed to beforehand with {@code auto_install}.
 */
final class BackgroundCheck {

    /** A notebook that is closed at weekends has not lost its source yet. */
    private static final Duration LONG_SILENCE = Duration.ofDays(7);

    private static final int MANY_FAILURES = 5;

    private final AppName app;
    private final EngineContext tools;
    private final NoticeTexts findings;
    private final Map<ProgressListener.Warning, String> warnings = new EnumMap<>(ProgressListener.Warning.class);

    BackgroundCheck(AppName app, Env env, Dirs dirs, Providers providers, HostProduct product, InstantSource clock) {
        ProgressListener listener = new ProgressListener() {
            @Override
            public void warning(Warning warning, String message) {
                warnings.put(warning, message);
            }
        };
        this.app = app;
        this.tools = new EngineContext(env, dirs, providers, product, listener, clock);
        this.findings = new NoticeTexts(app);
    }

    /** A check by the engine and the plugins that this process was started with. */
    static BackgroundCheck of(AppName app, Dirs dirs, Env env) {
        HostProduct product = new HostProduct(version(), Platform.current(), env.bundle());
        Providers providers = Providers.load(dirs.plugins(), _ -> {});
        return new BackgroundCheck(app, env, dirs, providers, product, InstantSource.system());
    }

    /**
     * The process that a command has started.
     *
     * @param words the app's name, and the configuration file
     */
    public static void main(String[] words) throws CcoException {
        Env env = Env.system();
        Dirs dirs = Dirs.of(env).withConfigFile(Path.of(words[1]));
        of(new AppName(words[0]), dirs, env).run();
    }

    /** The engine's version; it is a module wherever it can find plugins. */
    private static Version version() {
        return Optional.ofNullable(BackgroundCheck.class.getModule().getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .map(Version::of)
                .orElse(Version.of("0.0.0"));
    }

    void run() {
        try {
            check(tools.config().settings().updates(app));
        } catch (BusyException | NotManagedException notNow) {
            return; // Whoever works on it now checks too; what is not ours is not ours to tell of.
        } catch (SourceException e) {
            diary().record(schedule -> unreachable(schedule, e));
        } catch (CcoException e) {
            tell(findings.refused(e));
        } catch (RuntimeException | Error bug) {
            tell(findings.broken(bug));
            throw bug;
        } finally {
            new Updater(tools).telemetry().sendDue();
        }
    }

    private void check(UpdateSettings settings) throws CcoException {
        AtomicReference<Release> installing = new AtomicReference<>();
        Consent agreed = change -> {
            installing.set(change.release());
            return true;
        };
        UpdateOutcome outcome = new Updater(tools)
                .update(new UpdateRequest(
                        app,
                        new Target.Newest(Optional.empty()),
                        Optional.empty(),
                        false,
                        settings.autoInstall() ? agreed : Consent.NEVER));
        switch (outcome) {
            case UpdateOutcome.Updated updated -> tell(findings.updated(updated, installing.get()));
            case UpdateOutcome.Available(var _, UpdatePlan.Change offer) ->
                findings.standing(Optional.of(offer), warnings).ifPresent(this::tell);
            case UpdateOutcome.UpToDate _,
                    UpdateOutcome.HeldBack _,
                    UpdateOutcome.Installed _,
                    UpdateOutcome.RolledBack _ ->
                findings.standing(Optional.empty(), warnings).ifPresent(this::tell);
        }
    }

    private Schedule unreachable(Schedule schedule, SourceException e) {
        Instant now = tools.clock().instant();
        Schedule deferred = e.retryAfter()
                .map(wait -> schedule.with(schedule.pace().deferred(now, wait)))
                .orElse(schedule);
        Optional<Instant> since = schedule.pace().lastCheck();
        boolean isLong = schedule.pace().failures() >= MANY_FAILURES
                && since.filter(time -> time.plus(LONG_SILENCE).isAfter(now)).isEmpty();
        return isLong ? deferred.with(deferred.mailbox().with(findings.unreachable(since, e), now)) : deferred;
    }

    private void tell(Notice news) {
        diary().record(schedule -> schedule.with(schedule.mailbox().with(news)));
    }

    private void tell(CheckStatus finding) {
        Instant now = tools.clock().instant();
        diary().record(schedule -> schedule.with(schedule.mailbox().with(finding, now)));
    }

    private ScheduleRecorder diary() {
        return new ScheduleRecorder(tools, app);
    }
}
