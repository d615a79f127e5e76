package cco.core.install;

import cco.api.PlatformInstaller;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps the pointer in a text file, as on Windows. What goes wrong is set by assignment. */
public class FakeInstaller implements PlatformInstaller {

    /** Thrown instead of moving the pointer. */
    public IOException refusal;

    /** Thrown instead of creating a command. */
    public IOException commandRefusal;

    /** Thrown after the pointer was moved. */
    IOException complaint;

    /** Called after the pointer was moved. */
    public Step activated = () -> {};

    /** Claims to have moved the pointer, and does nothing. */
    boolean lies;

    /** Moves the pointer in two steps, so that there is a moment without one. */
    boolean deletesFirst;

    /** Leaves files in use to the next start of the system. */
    boolean removesAfterReboot;

    /** What happens in between. */
    public interface Step {
        void run() throws IOException;
    }

    @Override
    public Removal remove(Path file) throws IOException {
        return removesAfterReboot ? Removal.AFTER_REBOOT : PlatformInstaller.super.remove(file);
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public boolean supports(String osName) {
        return true;
    }

    @Override
    public Optional<String> current(Path home) throws IOException {
        Path pointer = home.resolve("current");
        return Files.exists(pointer) ? Optional.of(Files.readString(pointer)) : Optional.empty();
    }

    @Override
    public void activate(Path home, String version) throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        if (lies || current(home).equals(Optional.of(version))) {
            return;
        }
        if (deletesFirst) {
            Files.delete(home.resolve("current"));
        }
        Path temporary = home.resolve("current.new");
        Files.writeString(temporary, version);
        Files.move(temporary, home.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
        activated.run();
        if (complaint != null) {
            throw complaint;
        }
    }

    @Override
    public Path expose(Path home, String executable, Path bin, String command) throws IOException {
        if (commandRefusal != null) {
            throw commandRefusal;
        }
        Path file = Files.createDirectories(bin).resolve(command);
        if (Files.exists(file) && !Files.readString(file).startsWith(home.toString())) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path temporary = file.resolveSibling(command + ".new");
        Files.writeString(temporary, home.resolve(executable).toString());
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        return file;
    }

    @Override
    public Path exposeVersion(Path home, String version, String executable, Path bin, String command)
            throws IOException {
        return expose(home, "versions/" + version + "/" + executable, bin, command);
    }

    /** Whether a command starts a program that exists. */
    static boolean starts(Path home, Path command) throws IOException {
        Path program = home.relativize(Path.of(Files.readString(command)));
        Path folder = program.startsWith("versions")
                ? home
                : home.resolve("versions").resolve(Files.readString(home.resolve("current")));
        return Files.exists(folder.resolve(program));
    }

    @Override
    public boolean exposes(Path home, Path file) throws IOException {
        return Files.readString(file).startsWith(home.toString());
    }
}
