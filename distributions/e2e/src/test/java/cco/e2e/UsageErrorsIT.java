package cco.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes on the command line or in the configuration give exit code 2 and are named. */
class UsageErrorsIT {

    @TempDir
    static Path folder;

    private static Installation hello;

    @BeforeAll
    static void install() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        hello = new Installation(folder, publisher.repository());
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
    void wrongArgument_is2(String arguments, String complaint) throws IOException {
        hello.machine().cco(arguments.split(" +")).exits(2).complains(complaint).complains("hint:");
        hello.isUntouched();
    }

    /** A semicolon stands for the end of a line. */
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
    void wrongConfiguration_is2(String toml, String complaint) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.toml"), toml.replace("; ", "\n") + "\n");
        hello.machine()
                .cco("--config", broken.toString(), "update", "hello", "--check")
                .exits(2)
                .complains(complaint)
                .complains("hint:");
        hello.isUntouched();
    }
}
