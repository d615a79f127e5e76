package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import com.beust.jcommander.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code cco completion}: what makes a shell complete cco's words. The script that it prints calls it again for each
 * completion, so that a script from an older version completes what the installed version can do.
 */
final class CompletionCommand implements Command {

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Parameter(names = "--words")
    private boolean words;

    private String shell;
    private final List<String> typed = new ArrayList<>();

    @Override
    public void accept(Arguments arguments) throws UsageException {
        if (!words) {
            shell = arguments.choice(SHELLS);
            arguments.end();
            return;
        }
        Optional<String> word = arguments.optional("WORD", String.class);
        while (word.isPresent()) {
            typed.add(word.get());
            word = arguments.optional("WORD", String.class);
        }
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        session.console().text(words ? candidates(session) : script(shell));
        return ExitCode.OK;
    }

    /** A broken configuration is told when a command is run, not in the middle of a word. */
    private List<String> candidates(CommandContext session) {
        try {
            return Completion.of(typed, new CompletionSource(session)).stream()
                    .map(CompletionItem::line)
                    .toList();
        } catch (CcoException unknownHere) {
            return List.of();
        }
    }

    private static List<String> script(String shell) {
        try (InputStream script = CompletionCommand.class.getResourceAsStream("completion/cco." + shell)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own text cannot be read: cco." + shell, e);
        }
    }
}
