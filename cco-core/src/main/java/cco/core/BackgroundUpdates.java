package cco.core;

import cco.core.background.DetachedProcess;
import cco.core.background.JavaCommand;
import cco.core.background.Notice;
import cco.core.background.Schedule;
import cco.core.background.ScheduleFile;
import cco.core.config.ConfigFile;
import cco.core.config.Dirs;
import cco.core.config.Env;
import cco.core.config.Terminal;
import cco.core.config.UpdateSettings;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.install.AppHome;
import cco.core.model.AppName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a program up to date while it is being used: {@link #startIfDue} has another process look for updates when it is
 * time to, and {@link #notice} says, once, what came of it. Nearly always both come down to reading one small file.
 *
 * <p>Neither does anything unless somebody sits at a terminal: with standard error elsewhere, in an automatic build
 * ({@code CI}), with {@code NO_UPDATE_NOTIFIER} set, or for a program that cco does not keep, all is silent. Neither
 * throws, waits or prints: looking for updates is no reason to trouble a program that has something else to do.
 */
public final class BackgroundUpdates {

    /** A proxy that tunnels may ask for a password. */
    private static final List<String> JAVA_OPTIONS = List.of("-Djdk.http.auth.tunneling.disabledSchemes=");

    private final AppName app;
    private final Env env;
    private final Dirs dirs;
    private final InstantSource clock;
    private final boolean isWatched;

    /** What the file said when it was looked at, which happens once. */
    private Optional<Schedule> seen;

    private BackgroundUpdates(AppName app, Env env, Dirs dirs, InstantSource clock, boolean isWatched) {
        this.app = app;
        this.env = env;
        this.dirs = dirs;
        this.clock = clock;
        this.isWatched = isWatched && !env.isCi() && !env.noUpdateNotifier();
    }

    /**
     * For the program that calls this.
     *
     * @param app the name by which cco keeps it
     * @throws IllegalArgumentException if that cannot be an app's name
     */
    public static BackgroundUpdates of(String app) {
        Env env = Env.system();
        AppName name = new AppName(app);
        try {
            return of(name, env, Dirs.of(env), Terminal.detect().error());
        } catch (UsageException homeless) {
            // A machine on which nothing can be kept has nothing to update.
            return of(name, env, null, false);
        }
    }

    /**
     * For a program that knows more.
     *
     * @param isWatched whether somebody reads what the program says
     */
    public static BackgroundUpdates of(AppName app, Env env, Dirs dirs, boolean isWatched) {
        return new BackgroundUpdates(app, env, dirs, InstantSource.system(), isWatched);
    }

    /** Starts a process that looks for updates, if it is time to and no other program has started one. */
    public void startIfDue() {
        Optional<List<String>> command = isDue() && claim() ? command() : Optional.empty();
        if (command.isPresent()) {
            try {
                DetachedProcess.start(command.get());
            } catch (IOException e) {
                return; // It is tried again as after a failed check.
            }
        }
    }

    /** What there is to tell the user, for the first caller; to be told when the program has done its own work. */
    public Optional<Notice> notice() {
        if (!isWatched || look().isEmpty() || look().get().mailbox().notice().isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Notice> notice = file().take(now());
            UpdateSettings settings = settings();
            return settings.enabled() && settings.notifyOnUpdate() ? notice : Optional.empty();
        } catch (IOException | CcoException e) {
            return Optional.empty(); // It stays, or the configuration has a mistake, of which every command of cco tells.
        }
    }

    /**
     * Looks for updates in this process, if it is time to and no other does; for timers. Terminals do not matter here,
     * nor do {@code CI} and {@code NO_UPDATE_NOTIFIER}: whoever has set a timer wants it.
     */
    public void runIfDue() {
        if (claim()) {
            BackgroundCheck.of(app, dirs, env).run();
        }
    }

    private boolean isDue() {
        if (!isWatched) {
            return false;
        }
        return look().isPresent() ? look().get().pace().isLookDue(now()) : isKept();
    }

    /** Nothing is begun for a program that came another way. */
    private boolean isKept() {
        return new AppHome(app, dirs.appData(app), dirs.appState(app)).hasReceipt();
    }

    private boolean claim() {
        try {
            return file().claim(now(), interval(settings()), Diary.spread());
        } catch (IOException | CcoException e) {
            return false; // As in notice().
        }
    }

    private static Optional<Duration> interval(UpdateSettings settings) {
        return settings.enabled() ? settings.checkInterval().duration() : Optional.empty();
    }

    private UpdateSettings settings() throws CcoException {
        return ConfigFile.load(dirs, env, _ -> Optional.empty()).settings().updates(app);
    }

    private Optional<List<String>> command() {
        Optional<Path> javaHome = env.javaHome();
        if (javaHome.isEmpty()) {
            return Optional.empty();
        }
        return new JavaCommand(javaHome.get(), env.modulePath(), env.classPath(), env.workingDirectory())
                .running(
                        BackgroundCheck.class,
                        JAVA_OPTIONS,
                        List.of(app.value(), dirs.configFile().toString()));
    }

    private Optional<Schedule> look() {
        if (seen == null) {
            try {
                seen = file().read();
            } catch (IOException e) {
                seen = Optional.empty();
            }
        }
        return seen;
    }

    private ScheduleFile file() {
        return new ScheduleFile(dirs.appState(app));
    }

    private Instant now() {
        return clock.instant();
    }
}
