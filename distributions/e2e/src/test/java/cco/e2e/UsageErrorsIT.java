package cco.e2e;

import cco.e2e.InstalledCco.Cco;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user got wrong, on the command line or in the configuration, is exit code 2, and the message names it. */
@ExtendWith(InstalledCco.class)
class UsageErrorsIT {

    @TempDir
    static Path folder;

    private static Installation hello;

    @BeforeAll
    static void aProgramIsInstalled(Cco cco) throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        hello = new Installation(folder, cco, publisher.repository());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        updaet                           | update
        update hello --chek              | --chek
        update hello --check --yes       | --check
        update hello --channel           | --channel
        update hello --version one       | one
        update hello goodbye             | goodbye
        update ../hello                  | ../hello
        update hello --source nobody     | nobody
        install hello                    | --from
        config set updates.enabled maybe | maybe
        config get updates.nothing       | updates.nothing
        """)
    void wrongArguments(String arguments, String complaint) throws IOException {
        hello.machine().cco(arguments.split(" +")).exits(2).complains(complaint).complains("hint:");
        hello.isUntouched();
    }

    /** The configuration is one that the user names: a semicolon stands for the end of a line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [updates                          | broken.toml:1
        version = 2                       | broken.toml:1
        [updates]; channnel = "beta"      | broken.toml:2
        [updates]; keep_versions = 0      | broken.toml:2
        [network]; timeout_seconds = "1s" | broken.toml:2
        [network]; timeout_seconds = 0    | broken.toml:2
        [network]; proxy = "nowhere"      | broken.toml:2
        [network]; ca_file = "/no/ca.pem" | /no/ca.pem
        [sources.mirror]; urls = []       | no source
        """)
    void aWrongConfiguration(String toml, String complaint) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.toml"), toml.replace("; ", "\n") + "\n");
        hello.machine()
                .cco("--config", broken.toString(), "update", "hello", "--check")
                .exits(2)
                .complains(complaint)
                .complains("hint:");
        hello.isUntouched();
    }
}
