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
import cco.core.schedule.ScheduleRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a program up to date while it is being used: {@link #startIfDue} starts a background check when one is due, and
 * {@link #printNotice} shows its outcome once. Nearly always, both only read one small file.
 *
 * <p>Both do nothing unless standard output and standard error are terminals, in an automatic build ({@code CI}), with
 * {@code NO_UPDATE_NOTIFIER} set, or for a program that cco does not manage. Neither throws nor waits: a check for
 * updates must not disturb the program.
 */
public final class BackgroundUpdates {

    /** Allows a tunneling proxy to ask for a password. */
    private static final List<String> JAVA_OPTIONS = List.of("-Djdk.http.auth.tunneling.disabledSchemes=");

    private final AppName app;
    private final Env env;
    private final Optional<Dirs> dirs;
    private final InstantSource clock;

    /** The schedule's header, read once; null before. */
    private Optional<ScheduleHeader> header;

    private BackgroundUpdates(AppName app, Env env, Optional<Dirs> dirs, InstantSource clock) {
        this.app = app;
        this.env = env;
        this.dirs = dirs;
        this.clock = clock;
    }

    /**
     * {@return the background updates of the calling program}
     *
     * @param app the name under which cco manages it
     * @throws IllegalArgumentException if this is not a valid app name
     */
    public static BackgroundUpdates of(String app) {
        Env env = Env.system();
        AppName name = new AppName(app);
        try {
            return of(name, env, Dirs.of(env));
        } catch (UsageException homeless) {
            // Without folders there is nothing to update.
            return new BackgroundUpdates(name, env, Optional.empty(), InstantSource.system());
        }
    }

    /**
     * {@return the background updates of a program that chooses its own folders}
     *
     * @param app the app
     * @param env the environment
     * @param dirs the folders of cco
     */
    public static BackgroundUpdates of(AppName app, Env env, Dirs dirs) {
        return new BackgroundUpdates(app, env, Optional.of(dirs), InstantSource.system());
    }

    /** Starts a background check if one is due and no other program has started it. */
    public void startIfDue() {
        Optional<List<String>> command = isDue() && claim() ? command() : Optional.empty();
        if (command.isPresent()) {
            try {
                DetachedProcess.start(command.get());
            } catch (IOException e) {
                return; // The claimed check counts as failed, and is retried later.
            }
        }
    }

    /**
     * Prints the pending notice once. Call it after the program has done its own work.
     *
     * @param out the stream to the user, normally standard error
     */
    public void printNotice(PrintStream out) {
        Optional<Notice> notice = notice();
        if (notice.isPresent()) {
            out.println(notice.get());
        }
    }

    /**
     * Takes the pending notices of all other apps that cco manages, by name. Only the first caller gets them.
     *
     * @return the notices
     */
    public List<Notice> noticesOfOtherApps() {
        List<Notice> notices = new ArrayList<>();
        // Not through AppHome: loading those classes would slow down every command.
        String[] names = dirs.isPresent() ? dirs.get().apps().toFile().list() : null;
        if (names != null) {
            Arrays.sort(names);
            for (String name : names) {
                if (AppName.isValid(name) && !name.equals(app.value())) {
                    new BackgroundUpdates(new AppName(name), env, dirs, clock)
                            .notice()
                            .ifPresent(notices::add);
                }
            }
        }
        return notices;
    }

    /**
     * Takes the pending notice, for a program that prints it itself. Only the first caller gets it.
     *
     * @return the notice; empty if there is none
     */
    public Optional<Notice> notice() {
        if (header().isEmpty() || !header().get().hasNotice() || !isWatched()) {
            return Optional.empty();
        }
        try {
            UpdateSettings settings = settings();
            Optional<Notice> notice = file().takeNotice(now());
            return settings.enabled() && settings.notifyOnUpdate() ? notice : Optional.empty();
        } catch (IOException | CcoException e) {
            return Optional.empty(); // The notice stays; every cco command reports a faulty configuration.
        }
    }

    /**
     * Checks for updates in this process if a check is due and not claimed yet. For timers: terminals, {@code CI} and
     * {@code NO_UPDATE_NOTIFIER} do not matter here.
     */
    public void runIfDue() {
        if (isManaged() && claim()) {
            BackgroundCheck.of(app, dirs.get(), env).run();
        }
    }

    private boolean isDue() {
        boolean due = header().isPresent() ? header().get().isWakeDue(clock.millis() / 1000) : isManaged();
        return due && isWatched();
    }

    /** Whether cco installed the program. */
    private boolean isManaged() {
        return dirs.isPresent()
                && new AppHome(app, dirs.get().appData(app), dirs.get().appState(app)).hasReceipt();
    }

    /** Whether a user watches; tested last because it takes longer than reading the file. */
    private boolean isWatched() {
        if (env.isCi() || env.noUpdateNotifier()) {
            return false;
        }
        Terminal terminal = Terminal.detect();
        return terminal.output() && terminal.error();
    }

    private boolean claim() {
        try {
            return file().claim(now(), interval(settings()), ScheduleRecorder.jitter());
        } catch (IOException | CcoException e) {
            return false; // see notice()
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

    private Optional<ScheduleHeader> header() {
        if (header == null) {
            try {
                header = dirs.isPresent() ? file().readHeader() : Optional.empty();
            } catch (IOException e) {
                header = Optional.empty();
            }
        }
        return header;
    }

    private ScheduleFile file() {
        return new ScheduleFile(dirs.get().appState(app));
    }

    private Instant now() {
        return clock.instant();
    }
}
