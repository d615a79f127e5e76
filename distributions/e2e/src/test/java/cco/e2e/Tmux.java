package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A terminal that tmux keeps, in which a shell runs: what is typed goes in, and what a user would see comes out. */
final class Tmux implements AutoCloseable {

    private static final int ROWS = 24;
    private static final String PROMPT = "$";

    private final Machine machine;
    private final String socket;

    /**
     * Starts a shell whose prompt is a dollar sign.
     *
     * @param socket a path that no other terminal uses
     */
    Tmux(Machine machine, Path socket, int columns) throws IOException {
        assumeTrue(machine.run(List.of("sh", "-c", "command -v tmux")).exit() == 0, "tmux is not installed");
        this.machine = machine;
        this.socket = socket.toString();
        tmux("-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "" + ROWS, "PS1='$ ' exec sh");
        prompts();
    }

    /** Types keys; {@code Enter} and {@code C-c} are named as tmux names them. */
    Tmux type(String... keys) throws IOException {
        tmux(Machine.command("send-keys", keys).toArray(String[]::new));
        return this;
    }

    /** Types a command, and enters it when it is seen: then no earlier prompt is taken for the next one. */
    Tmux run(String command) throws IOException {
        tmux("send-keys", "-l", command);
        return shows(PROMPT + " " + command).type("Enter");
    }

    /** Waits until the last line that is written begins like this. */
    Tmux shows(String beginning) throws IOException {
        return until(line -> line.startsWith(beginning));
    }

    /** Waits until the shell is ready for the next command. */
    Tmux prompts() throws IOException {
        return until(PROMPT::equals);
    }

    private Tmux until(Predicate<String> condition) throws IOException {
        if (!Machine.comesTrue(() -> condition.test(lastLine()))) {
            fail("waited in vain:\n" + screen(false));
        }
        return this;
    }

    private String lastLine() throws IOException {
        return screen(false).lines().reduce("", (_, last) -> last).strip();
    }

    /** What is on the screen; colours are written as {@code ␛[…m}. */
    String screen(boolean colors) throws IOException {
        String screen = colors ? tmux("capture-pane", "-p", "-e") : tmux("capture-pane", "-p");
        return screen.replace('\u001b', '␛').stripTrailing() + "\n";
    }

    /** Empties the screen. */
    Tmux clear() throws IOException {
        return run("clear").prompts();
    }

    private String tmux(String... arguments) throws IOException {
        List<String> command = Machine.command("tmux", "-S", socket);
        command.addAll(List.of(arguments));
        Run run = machine.run(command);
        assertTrue(run.exit() == 0, run::toString);
        return run.out();
    }

    @Override
    public void close() throws IOException {
        machine.run(List.of("tmux", "-S", socket, "kill-server"));
    }
}
