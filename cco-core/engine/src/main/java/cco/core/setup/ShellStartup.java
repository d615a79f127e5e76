package cco.core.setup;

import cco.core.env.Env;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The startup files that put the folder of commands on PATH: those of the login shell, and the existing ones of other
 * shells, because users change their shell.
 */
final class ShellStartup {

    /** Login shells that do not read {@code ~/.profile}. */
    private static final Set<String> WITHOUT_PROFILE = Set.of("zsh", "fish", "nu", "csh", "tcsh", "elvish", "pwsh");

    /** Files that are read instead of {@code ~/.profile}, or by shells that are not login shells. */
    private static final List<String> IF_PRESENT =
            List.of(".bash_profile", ".bash_login", ".bashrc", ".kshrc", ".mkshrc", ".yash_profile", ".yashrc");

    private final Env env;
    private final Path home;
    private final Path bin;
    private final String shell;

    ShellStartup(Env env, Path home, Path bin) {
        this.env = env;
        this.home = home;
        this.bin = bin;
        String login = env.variable("SHELL").orElse("");
        this.shell = login.substring(login.lastIndexOf('/') + 1);
    }

    /** The line for zsh that finds a completion, also if the completion system has started before it. */
    StartupFile zshFunction(Path function) {
        String name = function.getFileName().toString();
        return new StartupFile(
                env.absolute("ZDOTDIR").orElse(home).resolve(".zshrc"),
                bin,
                List.of(
                        "fpath=('" + function.getParent().toString().replace("'", "'\\''") + "' $fpath)",
                        "autoload -Uz " + name,
                        "(( $+functions[compdef] )) && compdef " + name + " " + name.substring(1)));
    }

    /** The files with PATH, each with the block that it needs. */
    List<StartupFile> path() {
        List<StartupFile> files = new ArrayList<>();
        Path profile = home.resolve(".profile");
        if (Files.exists(profile) || !WITHOUT_PROFILE.contains(shell)) {
            files.add(posix(profile));
        }
        for (String name : IF_PRESENT) {
            boolean ofLoginShell = name.equals("." + shell + "rc") || name.equals("." + shell + "_profile") && isYash();
            if (ofLoginShell || Files.exists(home.resolve(name))) {
                files.add(posix(home.resolve(name)));
            }
        }
        Path zsh = env.absolute("ZDOTDIR").orElse(home);
        if (shell.equals("zsh")
                || Stream.of(".zshenv", ".zprofile", ".zshrc").map(zsh::resolve).anyMatch(Files::exists)) {
            files.add(posix(zsh.resolve(".zshenv")));
        }
        Path fish = config().resolve("fish");
        if (shell.equals("fish") || Files.isDirectory(fish)) {
            files.add(new StartupFile(fish.resolve("conf.d/cco.fish"), bin, fish()));
        }
        if (shell.equals("nu") || Files.isDirectory(nushell())) {
            files.add(new StartupFile(nushell().resolve("config.nu"), bin, nu()));
        }
        return files;
    }

    /** bash reads {@code ~/.profile} if there is no {@code ~/.bash_profile}; yash never does. */
    private boolean isYash() {
        return shell.equals("yash");
    }

    private Path config() {
        return env.xdgConfigHome().orElse(home.resolve(".config"));
    }

    private Path nushell() {
        boolean mac = env.isMac() && env.xdgConfigHome().isEmpty();
        return (mac ? home.resolve("Library/Application Support") : config()).resolve("nushell");
    }

    private StartupFile posix(Path file) {
        String folder = quoted("'\\''");
        return new StartupFile(
                file,
                bin,
                List.of(
                        "case \":$PATH:\" in",
                        "    *:" + folder + ":*) ;;",
                        "    *) export PATH=" + folder + ":\"$PATH\" ;;",
                        "esac"));
    }

    private List<String> fish() {
        String folder = quoted("\\'");
        return List.of("contains -- " + folder + " $PATH; or set -gx PATH " + folder + " $PATH");
    }

    private List<String> nu() {
        return List.of("$env.PATH = ($env.PATH | split row (char esep) | prepend `" + bin + "` | uniq)");
    }

    private String quoted(String quote) {
        return "'" + bin.toString().replace("'", quote) + "'";
    }
}
