package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Progress;
import cco.core.config.ConfigFile;
import cco.core.config.Configuration;
import cco.core.doctor.Doctor;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.mirror.RepositoryMirror;
import cco.core.model.HostProduct;
import cco.core.model.Platform;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.plugin.Providers;
import cco.core.update.Uninstaller;
import cco.core.update.Updater;
import java.nio.file.Path;
import java.util.Optional;

/** The parts that a command works with; each is created when a command asks for it. */
final class CommandContext {

    private final Console console;
    private final Env env;
    private final Version version;
    private final Optional<Path> namedConfig;
    private Providers providers;

    /**
     * Creates the context of one run.
     *
     * @param version of the running cco
     * @param namedConfig the file that {@code --config} names
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

    /** The sources, verifiers and installers. */
    Providers providers() throws UsageException {
        if (providers == null) {
            providers = Providers.load(dirs().plugins(), console::note);
        }
        return providers;
    }

    /** The configuration file, which may contain errors. */
    ConfigFile configFile() throws CcoException {
        return ConfigFile.load(dirs(), env, new ProvidedSourceKeys(providers()));
    }

    /** The settings of this run, from the configuration and the environment. */
    Configuration settings() throws CcoException {
        return configFile().settings();
    }

    /** The doctor, with its progress on the console. */
    Doctor doctor() throws CcoException {
        return new Doctor(env, dirs(), providers(), product(), Progress.on(console), env.path());
    }

    /** The uninstaller, with its progress on the console. */
    Uninstaller uninstaller() throws CcoException {
        return new Uninstaller(env, dirs(), providers(), product(), Progress.on(console));
    }

    /** The updater, with its progress on the console. */
    Updater updater() throws CcoException {
        return updater(progress());
    }

    /** The updater, with its progress on this listener. */
    Updater updater(ProgressListener listener) throws CcoException {
        return new Updater(env, dirs(), providers(), product(), listener);
    }

    /** The mirror in a folder, with the progress of its copies on the console. */
    RepositoryMirror mirror(Path folder) throws CcoException {
        return new RepositoryMirror(env, dirs(), providers(), product(), progress(), folder);
    }

    /** Progress on the console. */
    ProgressListener progress() {
        return Progress.on(console);
    }

    /** The running cco. */
    HostProduct product() {
        return new HostProduct(version, Platform.current(), env.bundle());
    }
}
