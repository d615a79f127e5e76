package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shells complete commands and arguments with the scripts that cco prints. */
class ShellCompletionIT {

    /** Runs zsh on a pseudo-terminal and ends when the expected word appears. */
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -d %s; source <(cco completion zsh); echo READY'
            while zpty -r shell line; do [[ $line = *READY* && $line != *echo* ]] && break; done
            zpty -w -n shell $'%s\\t\\t'
            while zpty -r shell line; do print -r -- $line; [[ $line = *%s* ]] && exit 0; done
            """;

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void installApp() throws IOException {
        machine = new Machine(folder.resolve("machine"));
        machine.with("PATH", InstalledCco.program().getParent() + ":" + System.getenv("PATH"))
                .with("TERM", "dumb");
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        machine.install("hello", List.of(publisher.repository()));
        publisher.release("2.0.0-rc.1", "--channel", "candidates");
        machine.cco("update", "hello", "--check").exits(0);
        Files.createDirectories(folder.resolve("machine/a folder"));
    }

    private List<String> complete(String shell, String script) throws IOException {
        machine.requires(shell);
        return machine.run(List.of(shell, "-c", script))
                .exits(0)
                .out()
                .lines()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "update he, hello",
        "update hello --version 1, 1.0.0",
        "update hello --version 2, 2.0.0-rc.1",
        "update hello --channel c, candidates",
        "update hello --source f, file",
        "config set updates.cha, updates.channel",
        "mirror serve a, a folder"
    })
    void bash_completes(String typed, String found) throws IOException {
        String words = "COMP_WORDS=(cco " + typed + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));";
        String script = "source <(cco completion bash);" + words + "_cco; printf '%s\\n' \"${COMPREPLY[@]}\"";
        assertEquals(List.of(found), complete("bash", script));
    }

    @ParameterizedTest
    @CsvSource({
        "update he, hello",
        "update hello --version 1, 1.0.0",
        "config get updates.cha, updates.channel\tthe channel to follow",
        "mirror serve a, a folder/"
    })
    void fish_completes(String typed, String found) throws IOException {
        assertEquals(List.of(found), complete("fish", "cco completion fish | source; complete -C'cco " + typed + "'"));
    }

    @Test
    void zsh_completes() throws IOException {
        String script = ZSH.formatted(folder.resolve("zcompdump"), "cco config get updates.ch", "check_interval");
        complete("zsh", script);
    }
}
