package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A publisher of {@code hello} with one release, whose next command is in a {@link Sweep}, and a user who has installed
 * it. Users see the old or the new state of the repository.
 */
final class SweptPublisher implements SweptCommand {

    private final Path folder;
    private final Machine publisher;
    private final Machine user;
    private final Publisher builds;
    private CommandWithFaults command;

    SweptPublisher(Path folder) throws IOException {
        this.folder = folder;
        publisher = new Machine(folder.resolve("publisher"));
        user = new Machine(folder.resolve("user"));
        builds = new Publisher(folder.resolve("builds"), "hello");
        SigningKeys.write(publisher, "hello");
        cco("release", "init", "--app", "hello", "--repository", repository());
        cco(add("1.0.0"));
        cco("release", "sign", "--repository", repository());
        user.cco("install", "hello", "--from", repository(), "--root", repository() + "/metadata/1.root.json")
                .exits(0);
        user.run(List.of("cp", "-a", user.home().toString(), folder + "/user before"))
                .exits(0);
    }

    Path home() {
        return publisher.home();
    }

    String repository() {
        return home().resolve("releases").toString();
    }

    /** Builds a version, and returns the command that adds it to the repository. */
    String[] add(String version) throws IOException {
        return Publisher.command("hello", version, builds.build(version), Path.of(repository()));
    }

    /** Runs a command of the publisher. */
    void cco(String... words) throws IOException {
        publisher.cco(words).exits(0);
    }

    /** Runs the command of the sweep once, without faults; these hit the files of a folder. */
    void sweep(Path swept, String... words) throws IOException {
        command = new CommandWithFaults(publisher, folder, swept, words);
        command.undisturbed().exits(0);
    }

    @Override
    public CommandWithFaults command() {
        return command;
    }

    /** The fault starts from the old repository again, which a user who knows a newer one refuses. */
    @Override
    public void restore() throws IOException {
        String home = user.home().toString();
        user.run(List.of("rm", "-rf", home)).exits(0);
        user.run(List.of("cp", "-a", folder + "/user before", home)).exits(0);
    }

    @Override
    public void requireUsable() throws IOException {
        Run check = user.cco("update", "hello", "--check");
        assertTrue(List.of(0, 100).contains(check.exit()), check::toString);
    }

    @Override
    public void requireTrueReport(Run run) {
        assertFalse(SweptUserCommand.FOREIGN.matcher(run.out() + run.err()).find(), run::toString);
        assertTrue(List.of(0, 5, 9).contains(run.exit()), run::toString);
        assertTrue(run.exit() == 0 || run.err().contains("cco: hint: "), run::toString);
    }

    /** An interrupted signing may have used up version numbers of the metadata, so the files may have other names. */
    @Override
    public void requireCompletion() throws IOException {
        command.repeat().exits(0);
        assertEquals(List.of(), unfinished());
        cco("release", "sign", "--repository", repository());
        user.cco("update", "hello", "--yes").exits(0);
        user.installed("hello").prints("hello from 1.1.0");
    }

    /** Another command may still use a work folder in the cache, so only the next day's commands remove it. */
    private List<Path> unfinished() throws IOException {
        String work = publisher.home().resolve("cache/publish-").toString();
        return publisher.unfinished().stream()
                .filter(file -> !file.toString().startsWith(work))
                .toList();
    }
}
