package cco.core.env;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders of cco on this machine. Creates none of them.
 *
 * <p>{@code CCO_HOME} moves all of them under one folder, and so does a {@link HomeMarker}. Otherwise they follow the
 * XDG Base Directory Specification on Linux and the conventions of macOS and Windows.
 *
 * @param config settings of the user, pinned keys
 * @param data installed programs and plugins
 * @param state what cco remembers between runs
 * @param cache downloads; safe to delete at any time
 * @param bin the commands of installed programs
 * @param configFile the configuration file, {@code config.toml} in {@code config} unless the user names another one
 */
public record Dirs(Path config, Path data, Path state, Path cache, Path bin, Path configFile) {

    private Dirs(Path config, Path data, Path state, Path cache, Path bin) {
        this(config, data, state, cache, bin, config.resolve("config.toml"));
    }

    /**
     * {@return the folders for this environment}
     *
     * @param env the environment
     * @throws UsageException if {@code CCO_HOME} is not an absolute path, or the home folder is needed but unknown
     */
    public static Dirs of(Env env) throws UsageException {
        Optional<String> ccoHome = env.ccoHome();
        if (ccoHome.isPresent()) {
            return under(absolute(ccoHome.get()));
        }
        Optional<Path> bundle = env.bundle();
        Optional<Path> marked = bundle.isPresent() ? HomeMarker.homeOf(bundle.get()) : Optional.empty();
        if (marked.isPresent()) {
            return under(marked.get());
        }
        if (env.isWindows()) {
            return under(windowsRoot(env).resolve("cco"));
        }
        Path home = home(env, "HOME");
        return env.isMac() ? mac(home) : xdg(env, home);
    }

    /**
     * {@return the same folders with another configuration file, from the option {@code --config}}
     *
     * @param file the file
     */
    public Dirs withConfigFile(Path file) {
        return new Dirs(config, data, state, cache, bin, file.toAbsolutePath().normalize());
    }

    /**
     * {@return the home of an app: its versions, the pointer to the current one, and its receipt}
     *
     * @param app the app
     */
    public Path appData(AppName app) {
        return apps().resolve(app.value());
    }

    /** {@return the folder that holds the homes of all apps} */
    public Path apps() {
        return data.resolve("apps");
    }

    /**
     * {@return the state of an app: lock, journal, trusted metadata, schedule}
     *
     * @param app the app
     */
    public Path appState(AppName app) {
        return state.resolve("apps").resolve(app.value());
    }

    /** {@return the folder of usage figures that are not sent yet; empty unless the user turned telemetry on} */
    public Path telemetry() {
        return state.resolve("telemetry");
    }

    /**
     * {@return the keys pinned when the app was installed}
     *
     * @param app the app
     */
    public Path anchors(AppName app) {
        return config.resolve("anchors").resolve(app.value());
    }

    /**
     * {@return the default folder of the keys with which the user publishes the app}
     *
     * @param app the app
     */
    public Path keys(AppName app) {
        return config.resolve("keys").resolve(app.value());
    }

    /**
     * Downloads, each named after the SHA-256 of its content.
     *
     * @return the folder
     */
    public Path blobs() {
        return cache.resolve("blobs").resolve("sha256");
    }

    /** {@return the drop-in plugins} */
    public Path plugins() {
        return data.resolve("plugins");
    }

    private static Dirs under(Path root) {
        return new Dirs(
                root.resolve("config"),
                root.resolve("data"),
                root.resolve("state"),
                root.resolve("cache"),
                root.resolve("bin"));
    }

    private static Dirs xdg(Env env, Path home) {
        return new Dirs(
                env.xdgConfigHome().orElse(home.resolve(".config")).resolve("cco"),
                env.xdgDataHome().orElse(home.resolve(".local/share")).resolve("cco"),
                env.xdgStateHome().orElse(home.resolve(".local/state")).resolve("cco"),
                env.xdgCacheHome().orElse(home.resolve(".cache")).resolve("cco"),
                home.resolve(".local/bin"));
    }

    private static Dirs mac(Path home) {
        Path support = home.resolve("Library/Application Support/cco");
        return new Dirs(
                support.resolve("config"),
                support.resolve("data"),
                support.resolve("state"),
                home.resolve("Library/Caches/cco"),
                home.resolve(".local/bin"));
    }

    private static Path windowsRoot(Env env) throws UsageException {
        Optional<Path> local = env.localAppData();
        return local.isPresent()
                ? local.get()
                : home(env, "USERPROFILE").resolve("AppData").resolve("Local");
    }

    private static Path home(Env env, String variable) throws UsageException {
        Optional<Path> home = env.home();
        if (home.isPresent()) {
            return home.get();
        }
        throw new UsageException(
                "the home folder is unknown: " + variable + " is not set to an absolute path",
                "set " + variable + ", or set CCO_HOME to a folder that you can write to");
    }

    private static Path absolute(String ccoHome) throws UsageException {
        try {
            Path path = Path.of(ccoHome);
            // A relative folder would change with the current directory.
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException invalid) {
            throw new UsageException("CCO_HOME is not a path: " + ccoHome, "set it to an absolute path", invalid);
        }
        throw new UsageException("CCO_HOME is not an absolute path: " + ccoHome, "set it to an absolute path");
    }
}
