package cco.core.background;

import cco.core.config.ConfigFile;
import cco.core.config.UpdateSettings;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.env.Terminal;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.install.AppHome;
import cco.core.model.AppName;
import cco.core.schedule.Notice;
import cco.core.schedule.ScheduleFile;
import cco.core.schedule.ScheduleHeader;
import cco.core.session.ScheduleRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a program up to date while it is being used: {@link #startIfDue} has another process look for updates when it
 * is time to, and {@link #tell} says, once, what came of it. Nearly always both come down to reading one small file.
 *
 * <p>Neither does anything unless somebody sits at a terminal: with an output stream elsewhere, in an automatic build
 * ({@code CI}), with {@code NO_UPDATE_NOTIFIER} set, or for a program that cco does not keep, all is silent. Neither
 * throws or waits: looking for updates is no reason to trouble a program that has something else to do.
 */
public final class BackgroundUpdates {

    /** A proxy that tunnels may ask for a password. */
    private static final List<String> JAVA_OPTIONS = List.of("-Djdk.http.auth.tunneling.disabledSchemes=");

    private final AppName app;
    private final Env env;
    private final Optional<Dirs> dirs;
    private final InstantSource clock;

    /** What the file said when it was looked at, which happens once; null before. */
    private Optional<ScheduleHeader> seen;

    private BackgroundUpdates(AppName app, Env env, Optional<Dirs> dirs, InstantSource clock) {
        this.app = app;
        this.env = env;
        this.dirs = dirs;
        this.clock = clock;
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
            return of(name, env, Dirs.of(env));
        } catch (UsageException homeless) {
            // Where nothing can be kept, nothing can be updated.
            return new BackgroundUpdates(name, env, Optional.empty(), InstantSource.system());
        }
    }

    /** For a program that has its own idea of where things are. */
    public static BackgroundUpdates of(AppName app, Env env, Dirs dirs) {
        return new BackgroundUpdates(app, env, Optional.of(dirs), InstantSource.system());
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

    /**
     * Writes what there is to tell the user, once; to be called when the program has done its own work.
     *
     * @param out a stream to the user, which is standard error
     */
    public void tell(PrintStream out) {
        Optional<Notice> notice = notice();
        if (notice.isPresent()) {
            out.println(notice.get());
        }
    }

    /** What there is to tell the user, for a program that words it itself; the first caller has it. */
    public Optional<Notice> notice() {
        if (look().isEmpty() || !look().get().hasNotice() || !isWatched()) {
            return Optional.empty();
        }
        try {
            UpdateSettings settings = settings();
            Optional<Notice> notice = file().take(now());
            return settings.enabled() && settings.notifyOnUpdate() ? notice : Optional.empty();
        } catch (IOException | CcoException e) {
            return Optional.empty(); // It stays. Of a mistake in the configuration every command of cco tells.
        }
    }

    /**
     * Looks for updates in this process, if it is time to and no other does; for timers. Terminals do not matter here,
     * nor do {@code CI} and {@code NO_UPDATE_NOTIFIER}: whoever has set a timer wants it.
     */
    public void runIfDue() {
        if (isKept() && claim()) {
            BackgroundCheck.of(app, dirs.get(), env).run();
        }
    }

    private boolean isDue() {
        boolean due = look().isPresent() ? look().get().isLookDue(clock.millis() / 1000) : isKept();
        return due && isWatched();
    }

    /** Nothing is begun for a program that came another way. */
    private boolean isKept() {
        return dirs.isPresent()
                && new AppHome(app, dirs.get().appData(app), dirs.get().appState(app)).hasReceipt();
    }

    /** Found out last: it takes longer than the look at the file. */
    private boolean isWatched() {
        if (env.isCi() || env.noUpdateNotifier()) {
            return false;
        }
        Terminal terminal = Terminal.detect();
        return terminal.output() && terminal.error();
    }

    private boolean claim() {
        try {
            return file().claim(now(), interval(settings()), ScheduleRecorder.spread());
        } catch (IOException | CcoException e) {
            return false; // As in notice().
        }
    }

    private static Optional<Duration> interval(UpdateSettings settings) {
        return settings.enabled() ? settings.checkInterval().duration() : Optional.empty();
    }

    private UpdateSettings settings() throws CcoException {
        return ConfigFile.load(dirs.get(), env, _ -> Optional.empty())
                .settings()
                .updates(app);
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
                        List.of(app.value(), dirs.get().configFile().toString()));
    }

    private Optional<ScheduleHeader> look() {
        if (seen == null) {
            try {
                seen = dirs.isPresent() ? file().glance() : Optional.empty();
            } catch (IOException e) {
                seen = Optional.empty();
            }
        }
        return seen;
    }

    private ScheduleFile file() {
        return new ScheduleFile(dirs.get().appState(app));
    }

    private Instant now() {
        return clock.instant();
    }
}
