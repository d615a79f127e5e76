package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.e2e.InstalledCco.Cco;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A mirror as operators run it: nginx, with TLS by a company's own authority. */
@ExtendWith(InstalledCco.class)
@Execution(ExecutionMode.CONCURRENT)
class NginxIT {

    @TempDir
    static Path shared;

    private static Publisher publisher;

    @TempDir
    Path folder;

    private Nginx nginx;
    private Installation hello;

    @BeforeAll
    static void twoVersionsAreOut() throws IOException {
        publisher = Installation.publisher(shared);
    }

    @BeforeEach
    void aMirrorIsUp(Cco cco) throws IOException {
        nginx = new Nginx(folder.resolve("nginx"), publisher.repository());
        hello = new Installation(folder, cco, publisher.repository());
    }

    @AfterEach
    void stop() throws IOException {
        if (nginx != null) {
            nginx.close();
        }
    }

    private void from(String url) throws IOException {
        hello.configure("""
                [apps.hello.sources.mirror]
                trust = "sha256"
                urls = ["%s"]
                """.formatted(url));
    }

    private void trustTheAuthority() throws IOException {
        hello.configure("[network]\nca_file = '" + nginx.authority() + "'\n");
    }

    @Test
    void anUnknownAuthority_is3_andTheHintNamesTheSetting() throws IOException {
        from(nginx.https());
        hello.update("--yes", "--source", "mirror")
                .exits(3)
                .complains(nginx.https())
                .complains("network.ca_file");
        hello.isUntouched();
    }

    @Test
    void aKnownAuthority_isTrusted() throws IOException {
        from(nginx.https());
        trustTheAuthority();
        hello.update("--yes", "--source", "mirror").exits(0);
        hello.machine().installed("hello").prints("hello from 1.1.0");
    }

    @Test
    void aRedirectToHttps_isFollowed() throws IOException {
        from(nginx.http());
        trustTheAuthority();
        hello.update("--yes", "--source", "mirror").exits(0);
        hello.machine().installed("hello").prints("hello from 1.1.0");
        assertTrue(nginx.log().getFirst().contains(" 301 "), nginx.log().toString());
    }

    @Test
    void aDownloadThatWasKilled_goesOnWhereItWas() throws Exception {
        from(nginx.https() + "/slow");
        trustTheAuthority();
        Machine.Started first = hello.startUpdate("--yes", "--source", "mirror");
        first.until(() -> downloaded() > 0);
        first.process().destroyForcibly().waitFor();
        assertEquals(137, first.process().exitValue(), "it was still at work");
        long kept = downloaded();
        hello.isUntouched();
        hello.update("--yes", "--source", "mirror").exits(0);
        hello.machine().installed("hello").prints("hello from 1.1.0");
        long rest = Files.size(publisher.archive("1.1.0")) - kept;
        List<String> archives =
                nginx.log().stream().filter(line -> line.contains(".tar.gz ")).toList();
        assertEquals(2, archives.size(), archives.toString());
        assertTrue(archives.getLast().contains("\" 206 " + rest + " "), archives + ", kept " + kept);
    }

    private long downloaded() throws IOException {
        // The note for whom a download is comes before its first byte.
        Optional<Path> bytes = hello.partials().stream()
                .filter(file -> !file.toString().endsWith(".wanted-by.partial"))
                .findFirst();
        return bytes.isPresent() ? Files.size(bytes.get()) : 0;
    }
}
