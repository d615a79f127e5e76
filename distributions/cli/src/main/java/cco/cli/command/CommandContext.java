package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Progress;
import cco.core.config.ConfigFile;
import cco.core.config.Settings;
import cco.core.doctor.Doctor;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.HostProduct;
import cco.core.model.Platform;
import cco.core.model.Version;
import cco.core.plugin.Providers;
import cco.core.update.Uninstaller;
import cco.core.update.Updater;
import java.nio.file.Path;
import java.util.Optional;

/** What one run of the program works with. Everything but the console is opened when it is first asked for. */
final class CommandContext {

    private final Console console;
    private final Env env;
    private final Version version;
    private final Optional<Path> namedConfig;
    private Providers providers;

    /**
     * A session.
     *
     * @param version of the running cco
     * @param namedConfig the configuration file that the user named, if one was
     */
    CommandContext(Console console, Env env, Version version, Optional<Path> namedConfig) {
        this.console = console;
        this.env = env;
        this.version = version;
        this.namedConfig = namedConfig;
    }

    Console console() {
        return console;
    }

    Env env() {
        return env;
    }

    Dirs dirs() throws UsageException {
        Dirs dirs = Dirs.of(env);
        return namedConfig.map(dirs::withConfigFile).orElse(dirs);
    }

    /** What sources, verifiers and installers there are. */
    Providers providers() throws UsageException {
        if (providers == null) {
            providers = Providers.load(dirs().plugins(), console::note);
        }
        return providers;
    }

    /** The configuration file, which may have errors to be mended. */
    ConfigFile configFile() throws CcoException {
        return ConfigFile.load(dirs(), env, providers()::sourceKeys);
    }

    /** What holds in this run, by the configuration and the environment. */
    Settings settings() throws CcoException {
        return configFile().settings();
    }

    /** Looks at what is installed, and repairs it; its progress is shown on the console. */
    Doctor doctor() throws CcoException {
        return new Doctor(env, dirs(), providers(), product(), Progress.on(console), env.path());
    }

    /** Takes apps off. */
    Uninstaller uninstaller() throws CcoException {
        return new Uninstaller(env, dirs(), providers(), product(), Progress.on(console));
    }

    /** The engine; its progress is shown on the console. */
    Updater updater() throws CcoException {
        return new Updater(env, dirs(), providers(), product(), Progress.on(console));
    }

    private HostProduct product() {
        return new HostProduct(version, Platform.current(), env.bundle());
    }
}
