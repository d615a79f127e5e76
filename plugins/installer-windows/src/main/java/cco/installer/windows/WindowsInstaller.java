package cco.installer.windows;

import cco.api.PlatformInstaller;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An installer that switches versions with a text file. {@code current.txt} holds the name of a folder in
 * {@code versions}, so the home folder can be moved. The command is a batch file that starts the program of that
 * version, because symbolic links need a privilege on Windows and a running program cannot be replaced.
 *
 * <p>Another program may have the pointer open for a moment. Then the switch fails with nothing changed, and the host
 * repeats it.
 */
public final class WindowsInstaller implements PlatformInstaller {

    private static final String POINTER = "current.txt";
    private static final String VERSIONS = "versions";
    private static final String EXTENSION = ".cmd";

    /** A semantic version, which is also a safe folder name: no separator, drive letter or blank. */
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]*");

    private final FileMoves moves;

    /** For the ServiceLoader. */
    public WindowsInstaller() {
        this(File.separatorChar == '\\' ? new Kernel32() : new PortableMoves());
    }

    WindowsInstaller(FileMoves moves) {
        this.moves = moves;
    }

    @Override
    public String id() {
        return "windows";
    }

    @Override
    public boolean supports(String osName) {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    @Override
    public Optional<String> current(Path home) throws IOException {
        Path pointer = home.resolve(POINTER);
        String version;
        try {
            version = Files.readString(pointer, StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException beforeTheFirstActivation) {
            return Optional.empty();
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IOException(pointer + " does not name a version");
        }
        return Optional.of(version);
    }

    @Override
    public void activate(Path home, String version) throws IOException {
        Path target = home.resolve(VERSIONS).resolve(version);
        if (!VERSION.matcher(version).matches() || !Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(target.toString());
        }
        if (!current(home).equals(Optional.of(version))) {
            new AtomicText(moves).replace(home.resolve(POINTER), ascii(version + "\r\n"));
        }
    }

    @Override
    public String commandFile(String command) {
        return command + EXTENSION;
    }

    @Override
    public Path expose(Path home, String executable, Path bin, String command) throws IOException {
        return write(new CommandFile(home, executable, Optional.empty()), bin, command);
    }

    @Override
    public Path exposeVersion(Path home, String version, String executable, Path bin, String command)
            throws IOException {
        return write(new CommandFile(home, executable, Optional.of(version)), bin, command);
    }

    private Path write(CommandFile content, Path bin, String command) throws IOException {
        Path home = content.home();
        Path file = bin.resolve(commandFile(command)).toAbsolutePath();
        requireInside(home.resolve(content.executable()), home, content.executable());
        requireInside(file, bin, command);
        byte[] text = ascii(content.text(bin));
        Files.createDirectories(bin);
        AtomicText files = new AtomicText(moves);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            files.create(file, text);
        } else if (!exposes(home, file)) {
            throw new FileAlreadyExistsException(file.toString());
        } else if (!Arrays.equals(Files.readAllBytes(file), text)) {
            files.replace(file, text);
        }
        return file;
    }

    @Override
    public boolean exposes(Path home, Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && CommandFile.startsAppIn(home, file);
    }

    /** {@inheritDoc} Only administrators may schedule a deletion for the restart. */
    @Override
    public Removal remove(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
            return Removal.DONE;
        } catch (IOException inUse) {
            try {
                moves.deleteAtRestart(file);
                return Removal.AFTER_REBOOT;
            } catch (IOException refused) {
                inUse.addSuppressed(refused);
                throw inUse;
            }
        }
    }

    private static void requireInside(Path file, Path folder, String name) throws IOException {
        Path normal = file.toAbsolutePath().normalize();
        Path root = folder.toAbsolutePath().normalize();
        if (!normal.startsWith(root) || normal.equals(root) || name.contains("..")) {
            throw new IOException("the path leaves its folder: " + name);
        }
    }

    /** The command interpreter reads files in the code page of the console, of which only ASCII is certain. */
    private static byte[] ascii(String text) throws IOException {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IOException("a batch file can name only paths in ASCII: set CCO_HOME to such a folder");
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
