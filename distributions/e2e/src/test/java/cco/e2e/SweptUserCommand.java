package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A command that changes the app {@code hello} on a user's machine, in a {@link Sweep}. */
class SweptUserCommand implements SweptCommand {

    /** The version of an app that is not installed. */
    static final String NONE = "none";

    /** What a user must never see. */
    static final Pattern FOREIGN = Pattern.compile("Exception|\\tat |java\\.|\\bnull\\b");

    private final Machine machine;
    private final String before;
    private final CommandWithFaults command;
    private final String after;

    /** Downloads that could not be deleted: a note names them, and the next download of the app replaces them. */
    private List<String> downloads = List.of();

    /** The command is run once, without faults. */
    SweptUserCommand(Machine machine, Path folder, String... words) throws IOException {
        this.machine = machine;
        this.before = version();
        this.command = new CommandWithFaults(machine, folder, machine.home(), words);
        this.after = version();
    }

    @Override
    public CommandWithFaults command() {
        return command;
    }

    /** The version that the user's command starts. */
    final String version() throws IOException {
        Path file = machine.home().resolve("bin/hello");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return NONE;
        }
        return machine.installed("hello").exits(0).out().strip().replace("hello from ", "");
    }

    /** The versions that may be current while the command runs. */
    Set<String> versions() {
        return new HashSet<>(List.of(before, after));
    }

    @Override
    public void requireUsable() throws IOException {
        downloads = List.of();
        String version = version();
        assertTrue(versions().contains(version), version);
        if (version.equals(NONE)) {
            machine.cco("list").exits(0);
        }
    }

    @Override
    public void requireTrueReport(Run run) throws IOException {
        assertFalse(FOREIGN.matcher(run.out() + run.err()).find(), run::toString);
        if (run.exit() == command.undisturbed().exit()) {
            assertEquals(after, version(), run::toString);
            List<String> differences = command.differences();
            assertTrue(hasNewNote(run) || differences.isEmpty(), () -> differences + " are not mentioned by " + run);
            tolerateDownloads();
        } else {
            assertTrue(List.of(5, 9).contains(run.exit()), run::toString);
            run.complains("cco: error: ").complains("cco: hint: ");
            assertTrue(isUnchanged(version()), run::toString);
        }
    }

    /** Remembers the downloads that the command could not delete. */
    final void tolerateDownloads() throws IOException {
        downloads = command.differences().stream()
                .filter(file -> file.startsWith("left: ./cache/blobs/sha256/"))
                .toList();
    }

    /** Whether a failed command has changed nothing that the user sees. */
    boolean isUnchanged(String version) {
        return version.equals(before);
    }

    private boolean hasNewNote(Run run) {
        return run.err()
                .lines()
                .filter(line -> line.matches("cco: (note|warning): .*"))
                .anyMatch(line -> !command.undisturbed().err().contains(line));
    }

    @Override
    public void requireCompletion() throws IOException {
        Run run = repeat();
        assertEquals(after, version(), run::toString);
        List<String> differences = new ArrayList<>(command.differences());
        differences.removeAll(downloads);
        assertEquals(List.of(), differences);
    }

    /** Repeats the command. */
    Run repeat() throws IOException {
        return command.repeat().exits(command.undisturbed().exit());
    }
}
