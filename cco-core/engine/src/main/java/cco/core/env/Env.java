package cco.core.env;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What the process was started with: environment variables, and the few system properties that describe the machine.
 * Nothing else in cco reads either, so that a test can hand in any machine as a map.
 *
 * <p>Programs that look for their updates wait for what is read here first, so that this is done without lambdas.
 *
 * <p>An empty variable counts as unset, as the XDG Base Directory Specification and no-color.org have it.
 */
public final class Env {

    private static final List<String> PROPERTIES = List.of(
            "os.name",
            "user.name",
            "user.dir",
            "java.home",
            "java.io.tmpdir",
            "java.class.path",
            "jdk.module.path",
            "cco.bundle");

    private final Map<String, String> values;

    /**
     * An environment made of these values.
     *
     * @param values environment variables, and system properties under their own names, such as {@code os.name}
     */
    public Env(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The environment of this process. */
    public static Env system() {
        Map<String, String> values = new HashMap<>(System.getenv());
        for (String property : PROPERTIES) {
            if (System.getProperty(property) != null) {
                values.put(property, System.getProperty(property));
            }
        }
        return new Env(values);
    }

    /** The operating system, as the Java runtime names it in {@code os.name}. */
    public String osName() {
        return values.getOrDefault("os.name", "");
    }

    /** Whether the operating system is Windows. */
    public boolean isWindows() {
        return osName().toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Whether the operating system is macOS. */
    public boolean isMac() {
        return osName().toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** The Java runtime that this program runs on; in an installed bundle it is a folder inside the bundle. */
    public Optional<Path> javaHome() {
        return text("java.home").map(Path::of);
    }

    /** Where the Java runtime was told to find modules; empty in a linked image. */
    public String modulePath() {
        return values.getOrDefault("jdk.module.path", "");
    }

    /** Where the Java runtime was told to find classes; empty in a linked image. */
    public String classPath() {
        return values.getOrDefault("java.class.path", "");
    }

    /** The folder that relative paths begin at. */
    public Path workingDirectory() {
        return Path.of(values.getOrDefault("user.dir", ""));
    }

    /** The bundle that this process was started from, as its launcher says in {@code cco.bundle}; a folder. */
    public Optional<Path> bundle() {
        return absolute("cco.bundle");
    }

    /** The folder for short-lived files; programs cannot always be run from it. */
    public Optional<Path> temporaryDirectory() {
        return text("java.io.tmpdir").map(Path::of);
    }

    /** The user's home folder: {@code HOME}, or {@code USERPROFILE} on Windows; a relative one counts as unset. */
    public Optional<Path> home() {
        return absolute(isWindows() ? "USERPROFILE" : "HOME");
    }

    /** {@code CCO_HOME}, the one folder that is to hold everything of cco's, as it was typed. */
    public Optional<String> ccoHome() {
        return text("CCO_HOME");
    }

    /** {@code LOCALAPPDATA}, Windows' folder for a user's data that stays on this machine. */
    public Optional<Path> localAppData() {
        return absolute("LOCALAPPDATA");
    }

    /** {@code XDG_CONFIG_HOME}. The specification has relative values ignored, here and in the next three. */
    public Optional<Path> xdgConfigHome() {
        return absolute("XDG_CONFIG_HOME");
    }

    /** {@code XDG_DATA_HOME}. */
    public Optional<Path> xdgDataHome() {
        return absolute("XDG_DATA_HOME");
    }

    /** {@code XDG_STATE_HOME}. */
    public Optional<Path> xdgStateHome() {
        return absolute("XDG_STATE_HOME");
    }

    /** {@code XDG_CACHE_HOME}. */
    public Optional<Path> xdgCacheHome() {
        return absolute("XDG_CACHE_HOME");
    }

    /** {@code XDG_CONFIG_DIRS}: folders of the machine's own configuration, best first; relative ones are left out. */
    public List<Path> xdgConfigDirs() {
        return folders("XDG_CONFIG_DIRS");
    }

    /** {@code ProgramData}, Windows' folder for what concerns all users. */
    public Optional<Path> programData() {
        return absolute("ProgramData");
    }

    /** Who runs this, as the operating system says. */
    public Optional<String> userName() {
        return text("user.name");
    }

    /** The folders in which the user's shell looks for commands, in order; relative ones are left out. */
    public List<Path> path() {
        return folders("PATH");
    }

    /** The terminal's width in characters, if {@code COLUMNS} says a sensible one. */
    public OptionalInt columns() {
        return text("COLUMNS")
                .filter(columns -> columns.matches("[1-9][0-9]{0,3}"))
                .map(columns -> OptionalInt.of(Integer.parseInt(columns)))
                .orElse(OptionalInt.empty());
    }

    /** Whether {@code NO_COLOR} asks for no colour, or {@code TERM} names a terminal that has none. */
    public boolean noColor() {
        return text("NO_COLOR").isPresent()
                || text("TERM").filter("dumb"::equals).isPresent();
    }

    /** Whether an automatic build runs this, where nobody answers questions: {@code CI} is set and not false. */
    public boolean isCi() {
        return text("CI")
                .filter(ci -> !ci.equalsIgnoreCase("false") && !ci.equals("0"))
                .isPresent();
    }

    /** Whether {@code NO_UPDATE_NOTIFIER}, which many programs heed, forbids to look for updates unasked. */
    public boolean noUpdateNotifier() {
        return text("NO_UPDATE_NOTIFIER").isPresent();
    }

    /** A variable that the user named, such as one that holds a key. */
    public Optional<String> variable(String name) {
        return text(name);
    }

    /** A variable that holds an absolute path; anything else counts as unset. */
    public Optional<Path> absolute(String name) {
        return text(name).isPresent() ? absolutePath(text(name).get()) : Optional.empty();
    }

    private List<Path> folders(String name) {
        return text(name).stream()
                .flatMap(folders -> Arrays.stream(folders.split(Pattern.quote(File.pathSeparator))))
                .flatMap(folder -> absolutePath(folder).stream())
                .toList();
    }

    /** What cannot be a path on this system is as good as unset. */
    private static Optional<Path> absolutePath(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException invalid) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
