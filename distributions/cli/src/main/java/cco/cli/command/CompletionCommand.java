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
import java.util.function.Function;

/**
 * {@code cco completion}: prints a completion script for a shell.
 *
 * <p>The script calls cco for each completion, so that an old script completes what the installed version offers.
 */
final class CompletionCommand implements Command {

    /** The shells that have a completion. */
    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Parameter(names = "--words")
    private boolean words;

    @Parameter(names = "--install")
    private boolean install;

    private final Function<CommandName, Command> factory;
    private String shell;
    private final List<String> typed = new ArrayList<>();

    CompletionCommand(Function<CommandName, Command> factory) {
        this.factory = factory;
    }

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.excludes("--install", "--words");
        if (!words) {
            Optional<String> named = install ? arguments.optional("SHELL", SHELLS) : Optional.empty();
            shell = install ? named.orElse("") : arguments.choice(SHELLS);
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
    public ExitCode run(CommandContext context) throws CcoException {
        if (install) {
            CompletionInstaller installer = CompletionInstaller.of(shell, context.env());
            installer.install(script(installer.shell()), context.console());
        } else {
            context.console().text(words ? candidates(context) : script(shell));
        }
        return ExitCode.OK;
    }

    /** Errors belong to the command that the user is typing, not to its completion. */
    private List<String> candidates(CommandContext context) {
        try {
            return Completion.of(typed, new CompletionSource(context), factory).stream()
                    .map(CompletionItem::line)
                    .toList();
        } catch (CcoException unknownHere) {
            return List.of();
        }
    }

    /** The completion script of a shell. */
    static List<String> script(String shell) {
        try (InputStream script = CompletionCommand.class.getResourceAsStream("completion/cco." + shell)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource cco." + shell, e);
        }
    }
}
