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
 * The environment variables of the process, and the few system properties that describe the machine. No other class
 * reads either, so a test can describe any machine with a map.
 *
 * <p>Every start that checks for updates runs this code, so it avoids lambdas, which slow down a start.
 *
 * <p>An empty variable counts as unset, as the XDG Base Directory Specification and no-color.org require.
 */
public final class Env {

    private static final List<String> PROPERTIES = List.of(
            "os.name",
            "user.name",
            "user.home",
            "user.dir",
            "java.home",
            "java.io.tmpdir",
            "java.class.path",
            "jdk.module.path",
            "cco.bundle");

    private final Map<String, String> values;

    /**
     * Creates an environment with these values.
     *
     * @param values environment variables, and system properties under their own names, such as {@code os.name}
     */
    public Env(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** {@return the environment of this process} */
    public static Env system() {
        Map<String, String> values = new HashMap<>(System.getenv());
        for (String property : PROPERTIES) {
            if (System.getProperty(property) != null) {
                values.put(property, System.getProperty(property));
            }
        }
        return new Env(values);
    }

    /** {@return the name of the operating system, from {@code os.name}} */
    public String osName() {
        return values.getOrDefault("os.name", "");
    }

    /** {@return whether the operating system is Windows} */
    public boolean isWindows() {
        return osName().toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** {@return whether the operating system is macOS} */
    public boolean isMac() {
        return osName().toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** {@return the folder of the running Java runtime; in an installed bundle, a folder inside the bundle} */
    public Optional<Path> javaHome() {
        return text("java.home").map(Path::of);
    }

    /** {@return the module path of this Java process; empty in a linked image} */
    public String modulePath() {
        return values.getOrDefault("jdk.module.path", "");
    }

    /** {@return the class path of this Java process; empty in a linked image} */
    public String classPath() {
        return values.getOrDefault("java.class.path", "");
    }

    /** {@return the current directory, against which relative paths are resolved} */
    public Path workingDirectory() {
        return Path.of(values.getOrDefault("user.dir", ""));
    }

    /** {@return the folder of the bundle that contains this process, from the launcher's {@code cco.bundle}} */
    public Optional<Path> bundle() {
        return absolute("cco.bundle");
    }

    /** {@return the folder for temporary files; it may be mounted {@code noexec}} */
    public Optional<Path> temporaryDirectory() {
        return text("java.io.tmpdir").map(Path::of);
    }

    /**
     * {@return the user's home folder: {@code HOME}, or {@code USERPROFILE} on Windows}
     *
     * <p>If that is unset, relative or {@code /}, as in many containers and services, the operating system's entry
     * for the user counts instead.
     */
    public Optional<Path> home() {
        Optional<Path> variable = absolute(isWindows() ? "USERPROFILE" : "HOME");
        Optional<Path> entry = absolute("user.home");
        if (variable.isPresent() && variable.get().getParent() != null) {
            return variable;
        }
        return entry.isPresent() && entry.get().getParent() != null ? entry : variable;
    }

    /**
     * {@code CCO_HOME} as typed: a single folder for all files of cco.
     *
     * @return the value; empty if the variable is not set
     */
    public Optional<String> ccoHome() {
        return text("CCO_HOME");
    }

    /**
     * {@code LOCALAPPDATA}, the Windows folder for data that does not roam.
     *
     * @return the folder; empty if the variable is not set
     */
    public Optional<Path> localAppData() {
        return absolute("LOCALAPPDATA");
    }

    /**
     * {@code XDG_CONFIG_HOME}; like the next three, ignored if relative, as the specification requires.
     *
     * @return the folder; empty if the variable is not set
     */
    public Optional<Path> xdgConfigHome() {
        return absolute("XDG_CONFIG_HOME");
    }

    /**
     * {@code XDG_DATA_HOME}.
     *
     * @return the folder; empty if the variable is not set
     */
    public Optional<Path> xdgDataHome() {
        return absolute("XDG_DATA_HOME");
    }

    /**
     * {@code XDG_STATE_HOME}.
     *
     * @return the folder; empty if the variable is not set
     */
    public Optional<Path> xdgStateHome() {
        return absolute("XDG_STATE_HOME");
    }

    /**
     * {@code XDG_CACHE_HOME}.
     *
     * @return the folder; empty if the variable is not set
     */
    public Optional<Path> xdgCacheHome() {
        return absolute("XDG_CACHE_HOME");
    }

    /**
     * {@code XDG_CONFIG_DIRS}: the system-wide configuration folders, most important first; relative ones are
     * skipped.
     *
     * @return the folders
     */
    public List<Path> xdgConfigDirs() {
        return folders("XDG_CONFIG_DIRS");
    }

    /**
     * {@code ProgramData}, the Windows folder for data of all users.
     *
     * @return the folder; empty if the variable is not set
     */
    public Optional<Path> programData() {
        return absolute("ProgramData");
    }

    /** {@return the name of the user who runs this process} */
    public Optional<String> userName() {
        return text("user.name");
    }

    /** {@return the folders of {@code PATH} in order; relative ones are skipped} */
    public List<Path> path() {
        return folders("PATH");
    }

    /** {@return the terminal's width in characters, if {@code COLUMNS} holds a plausible one} */
    public OptionalInt columns() {
        return text("COLUMNS")
                .filter(columns -> columns.matches("[1-9][0-9]{0,3}"))
                .map(columns -> OptionalInt.of(Integer.parseInt(columns)))
                .orElse(OptionalInt.empty());
    }

    /** {@return whether {@code NO_COLOR} is set or {@code TERM} names a terminal without color} */
    public boolean noColor() {
        return text("NO_COLOR").isPresent() || isDumbTerminal();
    }

    /** {@return whether {@code TERM} names a terminal that understands no control sequences} */
    public boolean isDumbTerminal() {
        return text("TERM").filter("dumb"::equals).isPresent();
    }

    /** {@return whether this is an automated build, which cannot answer questions: {@code CI} is set and not false} */
    public boolean isCi() {
        return text("CI")
                .filter(ci -> !ci.equalsIgnoreCase("false") && !ci.equals("0"))
                .isPresent();
    }

    /**
     * {@return whether {@code NO_UPDATE_NOTIFIER}, a convention of many programs, turns off automatic update checks}
     */
    public boolean noUpdateNotifier() {
        return text("NO_UPDATE_NOTIFIER").isPresent();
    }

    /**
     * {@return the value of any variable, such as one that the user named for a key}
     *
     * @param name the name
     */
    public Optional<String> variable(String name) {
        return text(name);
    }

    /**
     * {@return a variable that holds an absolute path; anything else counts as unset}
     *
     * @param name the name
     */
    public Optional<Path> absolute(String name) {
        return text(name).isPresent() ? absolutePath(text(name).get()) : Optional.empty();
    }

    private List<Path> folders(String name) {
        return text(name).stream()
                .flatMap(folders -> Arrays.stream(folders.split(Pattern.quote(File.pathSeparator))))
                .flatMap(folder -> absolutePath(folder).stream())
                .toList();
    }

    /** Ignores text that is not a valid path on this system. */
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
