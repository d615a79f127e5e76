package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.error.InstallException;
import cco.core.model.CommandProblem;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks whether the commands of an app start its current version. It changes nothing and needs no lock. */
public final class CommandCheck {

    private static final String HINT = "check the permissions there";

    private final AppHome home;
    private final PlatformInstaller installer;
    private final Path bin;

    /**
     * Creates a check for one app.
     *
     * @param bin the folder for commands, in which a command is created
     */
    public CommandCheck(AppHome home, PlatformInstaller installer, Path bin) {
        this.home = home;
        this.installer = installer;
        this.bin = bin.toAbsolutePath().normalize();
    }

    /** Finds out why commands of the app do not start the current version. */
    public List<CommandProblem> problems(Receipt receipt) throws InstallException {
        if (receipt.command().isEmpty()) {
            return List.of();
        }
        AppCommand recorded = receipt.command().get();
        AppCommand command = place(recorded);
        if (!command.equals(recorded)) {
            return List.of(new CommandProblem(
                    home.app() + " has moved: its commands belong in " + command.bin() + " instead of "
                            + recorded.bin(),
                    repair()));
        }
        List<CommandProblem> problems = new ArrayList<>();
        for (ProgramLink link : receipt.links()) {
            problem(link, receipt.current()).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<CommandProblem> problem(ProgramLink link, Version current) throws InstallException {
        Path file = link.file(installer);
        if (!exists(file)) {
            return Optional.of(new CommandProblem(file + " is missing", repair()));
        }
        if (isForeign(home, installer, file)) {
            return Optional.of(
                    new CommandProblem(file + " no longer belongs to " + home.app(), "move it away, then " + repair()));
        }
        return starts(file, home.version(current).resolve(link.program()))
                ? Optional.empty()
                : Optional.of(new CommandProblem(file + " does not start the current version", repair()));
    }

    /** Finds programs that the user's shell starts in place of the commands. */
    public List<CommandProblem> shadows(Receipt receipt, List<Path> path) {
        return receipt.links().stream()
                .flatMap(link -> shadow(link.command(), path).stream())
                .toList();
    }

    private Optional<CommandProblem> shadow(AppCommand command, List<Path> path) {
        int own = path.indexOf(command.bin());
        return path.subList(0, Math.max(own, 0)).stream()
                .flatMap(folder -> programs(command.name()).map(folder::resolve))
                .filter(file ->
                        Files.isRegularFile(file) && Files.isExecutable(file) && !isSame(file, command.file(installer)))
                .findFirst()
                .map(other -> new CommandProblem(
                        "your shell runs " + other + " instead, which comes first on your PATH",
                        "remove it, or move " + command.bin() + " before it"));
    }

    /** The files that a shell looks for: on Windows, those with an extension that it may leave out. */
    private Stream<String> programs(String name) {
        return installer.commandFile(name).equals(name)
                ? Stream.of(name)
                : Stream.of(".com", ".exe", ".bat", ".cmd").map(extension -> name + extension);
    }

    /** Returns the recorded command, in the current folder for commands if the home of the app was moved. */
    AppCommand place(AppCommand recorded) throws InstallException {
        boolean elsewhere = !recorded.bin().equals(bin);
        boolean lost = !Files.isDirectory(recorded.bin())
                || exists(recorded.file(installer)) && isForeign(home, installer, recorded.file(installer));
        return elsewhere && lost ? new AppCommand(bin, recorded.name()) : recorded;
    }

    /**
     * Refuses the place of a command if a foreign file is there, or this user may not write there.
     *
     * @throws InstallException if it cannot be created
     */
    public static void requirePlace(AppHome home, PlatformInstaller installer, AppCommand command)
            throws InstallException {
        if (exists(command.file(installer)) && isForeign(home, installer, command.file(installer))) {
            throw foreign(home, command.file(installer), null);
        }
        Path there = AppHome.existing(command.bin());
        if (!Files.isDirectory(there)) {
            throw uncreatable(command, there + " is not a folder", "move the file away");
        }
        if (!Files.isWritable(there)) {
            throw uncreatable(command, "no permission for " + there, "check the permissions of " + there);
        }
    }

    private static InstallException uncreatable(AppCommand command, String reason, String hint) {
        return new InstallException("cannot create the command " + command.name() + ": " + reason, hint);
    }

    static InstallException foreign(AppHome home, Path file, IOException cause) {
        return new InstallException(
                "cannot create the command " + file.getFileName() + ": " + file + " exists and does not belong to "
                        + home.app(),
                "move the file away"
                        + (file.endsWith(home.app().value())
                                ? ", or give the command another name with --as NAME"
                                : ""),
                cause);
    }

    /** Whether the link leads to a former place of the home: it leads nowhere, by way of a folder of the app. */
    static boolean isStale(AppHome home, Path file) throws IOException {
        if (!Files.isSymbolicLink(file) || Files.exists(file)) {
            return false;
        }
        Path target = Files.readSymbolicLink(file);
        for (Path name : target) {
            if (name.equals(home.data().getFileName())) {
                return target.isAbsolute();
            }
        }
        return false;
    }

    private static boolean isForeign(AppHome home, PlatformInstaller installer, Path file) throws InstallException {
        try {
            return !installer.exposes(home.data(), file) && !isStale(home, file);
        } catch (IOException | RuntimeException e) {
            throw InstallErrors.of("cannot read the command " + file, e, HINT);
        }
    }

    /** A launcher that is not a link finds the current version by itself. */
    private boolean starts(Path file, Path program) throws InstallException {
        try {
            return !Files.isSymbolicLink(file)
                    || installer.exposes(home.data(), file) && (!Files.exists(program) || isSame(file, program));
        } catch (IOException | RuntimeException e) {
            throw InstallErrors.of("cannot read the command " + file, e, HINT);
        }
    }

    private String repair() {
        return "run `cco doctor " + home.app() + " --repair`";
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isSame(Path file, Path own) {
        try {
            return Files.isSameFile(file, own);
        } catch (IOException unknown) {
            return false;
        }
    }
}
