package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A shell in a tmux session: types keys and captures the screen. */
final class Tmux implements AutoCloseable {

    private static final int ROWS = 24;
    private static final String PROMPT = "$";

    private final Machine machine;
    private final String socket;

    /**
     * Starts a shell with a dollar sign as its prompt.
     *
     * @param socket a path for tmux's socket
     */
    Tmux(Machine machine, Path socket, int columns) throws IOException {
        machine.requires("tmux");
        this.machine = machine;
        this.socket = socket.toString();
        tmux("-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "" + ROWS, "PS1='$ ' exec sh");
        prompts();
    }

    /** Types keys by tmux's names, such as {@code Enter} and {@code C-c}. */
    Tmux type(String... keys) throws IOException {
        tmux(Machine.command("send-keys", keys).toArray(String[]::new));
        return this;
    }

    /** Types a command and enters it once it is visible, so that no earlier prompt is taken for the next one. */
    Tmux run(String command) throws IOException {
        tmux("send-keys", "-l", command);
        return shows(PROMPT + " " + command).type("Enter");
    }

    /** Waits until the last line starts with a text. */
    Tmux shows(String beginning) throws IOException {
        return until(line -> line.startsWith(beginning));
    }

    /** Waits until the shell prompts for the next command. */
    Tmux prompts() throws IOException {
        return until(PROMPT::equals);
    }

    private Tmux until(Predicate<String> condition) throws IOException {
        if (!Machine.waitFor(() -> condition.test(lastLine()))) {
            fail("timed out; the screen shows:\n" + screen(false));
        }
        return this;
    }

    private String lastLine() throws IOException {
        return screen(false).lines().reduce("", (_, last) -> last).strip();
    }

    /** Captures the screen; colors become {@code ␛[…m}. */
    String screen(boolean colors) throws IOException {
        String screen = colors ? tmux("capture-pane", "-p", "-e") : tmux("capture-pane", "-p");
        return screen.replace('\u001b', '␛').stripTrailing() + "\n";
    }

    /** Clears the screen. */
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
