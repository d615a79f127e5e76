package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.env.Env;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bin/bash | export PATH='/o'\\''b/bin':\"$PATH\"",
                "/usr/bin/zsh | export PATH='/o'\\''b/bin':\"$PATH\"",
                "/usr/bin/fish | fish_add_path '/o\\'b/bin'",
                "/bin/tcsh | set path = ('/o'\\''b/bin' $path)",
                "/opt/nu | $env.PATH = ($env.PATH | prepend `/o'b/bin`)",
                "/usr/bin/pwsh | $env:PATH = '/o''b/bin' + [IO.Path]::PathSeparator + $env:PATH"
            })
    void line_isInTheSyntaxOfTheShell(String row) {
        String[] cells = row.split(" \\| ", 2);
        ShellPath shell = ShellPath.of(new Env(Map.of("SHELL", cells[0])));
        assertEquals(cells[1], shell.line(Path.of("/o'b/bin")));
    }

    @Test
    void onWindows_thePathOfTheAccountCounts() {
        ShellPath shell = ShellPath.of(new Env(Map.of("os.name", "Windows 11")));
        assertEquals(
                "[Environment]::SetEnvironmentVariable('Path', '/o''b/bin' + ';' + "
                        + "[Environment]::GetEnvironmentVariable('Path', 'User'), 'User')",
                shell.line(Path.of("/o'b/bin")));
        assertEquals("run this line in PowerShell, then open a new window:", shell.advice());
    }
}
