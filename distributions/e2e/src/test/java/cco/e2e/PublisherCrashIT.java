package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Publishing commands, and the check of a user for what they publish, that are killed or meet a failing disk: users see
 * the old state or the new one, and the same command completes the job.
 */
class PublisherCrashIT {

    private static final int KILLED = 128 + 9;
    private static final List<String> ERRORS = List.of("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "EMFILE");

    private enum Step {
        ADD,
        SIGN,
        CHECK
    }

    @TempDir
    Path folder;

    private Machine publisher;
    private Machine user;
    private Path repository;

    @ParameterizedTest
    @EnumSource
    void killedOrFailingSystemCall_harmsNoUser(Step step) throws IOException {
        CommandWithFaults command = prepare(step);
        int next = 0;
        for (String call : CommandWithFaults.WHOLE ? command.calls() : Set.of("rename")) {
            for (int number : command.pick(call, 1)) {
                forgetNewerReleases(step);
                assertEquals(KILLED, command.inject("signal=KILL", call, number).exit(), call + " " + number);
                usersSeeOldOrNewState();
                completes(command, step);
                forgetNewerReleases(step);
                fail(command, ERRORS.get(next++ % ERRORS.size()), call, number);
                usersSeeOldOrNewState();
                completes(command, step);
            }
        }
    }

    private static void fail(CommandWithFaults command, String error, String call, int number) throws IOException {
        Run run = command.inject("error=" + error, call, number);
        assertTrue(List.of(0, 5, 9).contains(run.exit()), () -> error + " in " + call + " " + number + ": " + run);
        assertTrue(run.exit() == 0 || run.err().contains("cco: hint: "), run::toString);
        assertFalse(run.err().contains("Exception") || run.err().contains("\tat "), run::toString);
    }

    /** An interrupted signing may have used up version numbers of the metadata. */
    private void completes(CommandWithFaults command, Step step) throws IOException {
        if (step == Step.SIGN) {
            release("sign").exits(0);
            user.cco("update", "hello", "--check").exits(100);
            assertEquals(List.of(), publisher.unfinished());
        } else {
            command.completes();
        }
    }

    private CommandWithFaults prepare(Step step) throws IOException {
        publisher = new Machine(folder.resolve("publisher"));
        user = new Machine(folder.resolve("user"));
        repository = publisher.home().resolve("releases");
        SigningKeys.write(publisher, "hello");
        release("init", "--app", "hello").exits(0);
        Publisher builds = new Publisher(folder.resolve("builds"), "hello");
        add(builds.build("1.0.0"), "1.0.0").exits(0);
        release("sign").exits(0);
        user.cco("install", "hello", "--from", repository.toString(), "--root", repository + "/metadata/1.root.json")
                .exits(0);
        user.run(List.of("cp", "-a", user.home().toString(), folder + "/before publishing"))
                .exits(0);
        return switch (step) {
            case ADD -> command(publisher, Publisher.command("hello", "1.1.0", builds.build("1.1.0"), repository));
            case SIGN -> {
                add(builds.build("1.1.0"), "1.1.0").exits(0);
                yield command(publisher, "release", "sign", "--repository", repository.toString());
            }
            case CHECK -> {
                release("refresh").exits(0);
                yield command(user, "update", "hello", "--check");
            }
        };
    }

    private CommandWithFaults command(Machine machine, String... words) throws IOException {
        return new CommandWithFaults(
                machine, folder, Machine.command(InstalledCco.program().toString(), words));
    }

    private Run add(Path build, String version) throws IOException {
        return publisher.cco(Publisher.command("hello", version, build, repository));
    }

    private Run release(String command, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("release", command, "--repository", repository.toString()));
        words.addAll(List.of(options));
        return publisher.cco(words.toArray(String[]::new));
    }

    /** The fault starts from the old repository again, which a user who knows a newer one refuses. */
    private void forgetNewerReleases(Step step) throws IOException {
        if (step != Step.CHECK) {
            String home = user.home().toString();
            user.run(List.of("rm", "-rf", home)).exits(0);
            user.run(List.of("cp", "-a", folder + "/before publishing", home)).exits(0);
        }
    }

    private void usersSeeOldOrNewState() throws IOException {
        Run check = user.cco("update", "hello", "--check");
        assertTrue(List.of(0, 100).contains(check.exit()), check::toString);
    }
}
