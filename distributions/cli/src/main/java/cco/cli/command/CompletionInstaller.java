package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.env.Env;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a completion script to the folder where its shell looks for it.
 *
 * @param shell the name of the shell
 * @param file where the script goes
 */
record CompletionInstaller(String shell, Path file) {

    /**
     * Chooses the file.
     *
     * @param named the shell, or an empty text for the one that {@code SHELL} names
     * @throws UsageException if there is no completion for the shell
     */
    static CompletionInstaller of(String named, Env env) throws UsageException {
        String login = env.variable("SHELL").orElse("");
        String shell = named.isEmpty() ? login.substring(login.lastIndexOf('/') + 1) : named;
        Path home = env.absolute("HOME").orElseThrow(() -> new UsageException("HOME is not set", "set HOME"));
        Path file =
                switch (shell) {
                    case "bash" ->
                        env.absolute("XDG_DATA_HOME")
                                .orElse(home.resolve(".local/share"))
                                .resolve("bash-completion/completions/cco");
                    case "zsh" -> home.resolve(".zfunc/_cco");
                    case "fish" ->
                        env.absolute("XDG_CONFIG_HOME")
                                .orElse(home.resolve(".config"))
                                .resolve("fish/completions/cco.fish");
                    default ->
                        throw new UsageException(
                                "no completion for " + (shell.isEmpty() ? "this shell" : shell),
                                "name one: `cco completion --install bash`, zsh or fish");
                };
        return new CompletionInstaller(shell, file);
    }

    /**
     * The completions for the shells that the user has: the login shell, and those with a startup file.
     *
     * @return the texts by file
     */
    static Map<Path, byte[]> ofShellsInUse(Env env) throws UsageException {
        Map<Path, byte[]> completions = new LinkedHashMap<>();
        Path home = env.home().orElse(Path.of("/"));
        String login = env.variable("SHELL").orElse("");
        for (String shell : CompletionCommand.SHELLS) {
            Path startup = shell.equals("fish") ? home.resolve(".config/fish") : home.resolve("." + shell + "rc");
            if (login.endsWith("/" + shell) || Files.exists(startup)) {
                CompletionInstaller installer = of(shell, env);
                completions.put(installer.file(), bytes(CompletionCommand.script(shell)));
            }
        }
        return completions;
    }

    private static byte[] bytes(List<String> script) {
        return (String.join("\n", script) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the script and says what is left to do. */
    void install(List<String> script, Console console) throws StorageException {
        byte[] text = bytes(script);
        try {
            DurableFiles.createDirectories(file.getParent());
            DurableFiles.write(file, text);
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot write " + file, e), "check its free space and permissions", e);
        }
        console.report(
                Event.named("completion").with("shell", shell).with("path", file),
                "installed " + shell + " completion in " + file);
        if (shell.equals("zsh")) {
            console.hint("make sure that ~/.zshrc has this line before compinit:", "fpath=(~/.zfunc $fpath)");
        }
        console.hint("start a new shell to use it");
    }
}
