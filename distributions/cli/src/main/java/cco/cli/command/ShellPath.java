package cco.cli.command;

import cco.core.env.Env;
import java.nio.file.Path;

/** How each shell adds a folder to PATH. */
enum ShellPath {
    POSIX("your shell's startup file") {
        @Override
        String line(Path folder) {
            return "export PATH=" + quoted(folder, "'\\''") + ":\"$PATH\"";
        }
    },
    FISH("~/.config/fish/config.fish") {
        @Override
        String line(Path folder) {
            return "fish_add_path " + quoted(folder, "\\'");
        }
    },
    CSH("~/.tcshrc or ~/.cshrc") {
        @Override
        String line(Path folder) {
            return "set path = (" + quoted(folder, "'\\''") + " $path)";
        }
    },
    NU("config.nu") {
        @Override
        String line(Path folder) {
            return "$env.PATH = ($env.PATH | prepend `" + folder + "`)";
        }
    },
    ELVISH("~/.config/elvish/rc.elv") {
        @Override
        String line(Path folder) {
            return "set paths = [" + quoted(folder, "''") + " $@paths]";
        }
    },
    POWERSHELL("$PROFILE") {
        @Override
        String line(Path folder) {
            return "$env:PATH = " + quoted(folder, "''") + " + [IO.Path]::PathSeparator + $env:PATH";
        }
    },
    WINDOWS("") {
        @Override
        String advice() {
            return "run this line in PowerShell, then open a new window:";
        }

        @Override
        String line(Path folder) {
            return "[Environment]::SetEnvironmentVariable('Path', " + quoted(folder, "''")
                    + " + ';' + [Environment]::GetEnvironmentVariable('Path', 'User'), 'User')";
        }
    };

    private final String file;

    ShellPath(String file) {
        this.file = file;
    }

    /** The shell that {@code SHELL} names. On Windows that is rare, and PATH belongs to the account. */
    static ShellPath of(Env env) {
        String shell = env.variable("SHELL").orElse("");
        return switch (shell.substring(shell.lastIndexOf('/') + 1)) {
            case "fish" -> FISH;
            case "tcsh", "csh" -> CSH;
            case "nu" -> NU;
            case "elvish" -> ELVISH;
            case "pwsh" -> POWERSHELL;
            default -> shell.isEmpty() && env.isWindows() ? WINDOWS : POSIX;
        };
    }

    /** What to do with the line. */
    String advice() {
        return "add this line to " + file + ":";
    }

    /** The line to add to the startup file. */
    abstract String line(Path folder);

    private static String quoted(Path folder, String quote) {
        return "'" + folder.toString().replace("'", quote) + "'";
    }
}
