package cco.installer.windows;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The batch file that starts the current version of an app. It reaches the app by a relative path where it can, so that
 * both can be moved, and so that it stays ASCII for a user with another alphabet.
 *
 * @param home the app's home folder
 * @param executable the path of the program in a version
 * @param version the version to start; empty for the current one
 */
record CommandFile(Path home, String executable, Optional<String> version) {

    private static final String MARK = "@rem made by cco";

    /** Batch files read a folder in {@code %~dp0}, which ends in a backslash. */
    private static final String OWN_FOLDER = "%~dp0";

    private static final int START_OF_LAST_LINE = 1024;

    private static final Pattern HOME = Pattern.compile("(?m)^set \"home=(.*)\"\r?$");

    /** More than any command file has. */
    private static final int MAX_SIZE = 1 << 16;

    /**
     * The text of the file. After the program has ended, the command interpreter reads the file again where it stopped.
     * An update may have replaced it meanwhile, so the last line has one place and one length in every version of the
     * file.
     *
     * <p>The subroutine finds the folder even if the user types the command in quotes, a case in which {@code %~dp0}
     * outside a subroutine is the current folder. The loop reads the pointer again if a switch has just locked it.
     */
    String text(Path bin) {
        String lines = """
                %s
                @echo off
                setlocal EnableExtensions DisableDelayedExpansion
                goto start
                :locate
                set "home=%s"
                goto :eof
                :start
                call :locate
                set "program=%s"
                set "version=%s"
                set "pointer=%%home%%\\current.txt"
                if exist "%%pointer%%" for /l %%%%i in (1,1,50) do if not defined version set /p version=<"%%pointer%%"
                if not defined version >&2 echo cco: error: no version of "%%program%%" is current in "%%home%%"
                if not defined version exit /b 126
                """.formatted(
                MARK, place(bin), escaped(executable.replace('/', File.separatorChar)), escaped(version.orElse("")));
        String crlf = lines.replace("\n", "\r\n");
        String padding = ":" + "-".repeat(Math.floorMod(-crlf.length() - 1, START_OF_LAST_LINE));
        return crlf + padding + "\r\nendlocal & \"%home%\\versions\\%version%\\%program%\" %*\r\n";
    }

    /** Whether a batch file is the command of an app with this home. */
    static boolean startsAppIn(Path home, Path file) throws IOException {
        if (Files.size(file) > MAX_SIZE) {
            return false;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher line = HOME.matcher(text);
        if (!text.startsWith(MARK) || !line.find()) {
            return false;
        }
        Optional<Path> found = resolved(line.group(1).replace("%%", "%"), file);
        Path own = home.toAbsolutePath().normalize();
        return found.isPresent()
                && (found.get().equals(own) || Files.exists(found.get()) && Files.isSameFile(found.get(), own));
    }

    private String place(Path bin) {
        Path from = bin.toAbsolutePath().normalize();
        Path to = home.toAbsolutePath().normalize();
        return from.getRoot().equals(to.getRoot())
                ? OWN_FOLDER + escaped(from.relativize(to).toString())
                : escaped(to.toString());
    }

    private static Optional<Path> resolved(String place, Path file) {
        String path = place.replace("%%", "%").replace('\\', File.separatorChar);
        try {
            Path found = path.startsWith(OWN_FOLDER)
                    ? file.toAbsolutePath().resolveSibling(path.substring(OWN_FOLDER.length()))
                    : Path.of(path).toAbsolutePath();
            return Optional.of(found.normalize());
        } catch (InvalidPathException foreign) {
            return Optional.empty();
        }
    }

    /** In a batch file, a percent sign begins a variable. */
    private static String escaped(String path) {
        return path.replace("%", "%%").replace(File.separatorChar, '\\');
    }
}
