package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A mirror on nginx, with TLS by a private authority. */
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
    static void releaseTwoVersions() throws IOException {
        publisher = Installation.publisher(shared);
    }

    @BeforeEach
    void startMirror() throws IOException {
        nginx = new Nginx(folder.resolve("nginx"), publisher.repository());
        hello = new Installation(folder, publisher.repository());
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
    void unknownAuthority_is3AndHintNamesSetting() throws IOException {
        from(nginx.https());
        hello.update("--yes", "--source", "mirror")
                .exits(3)
                .complains(nginx.https())
                .complains("network.ca_file");
        hello.isUntouched();
    }

    @Test
    void knownAuthority_isTrusted() throws IOException {
        from(nginx.https());
        trustTheAuthority();
        hello.update("--yes", "--source", "mirror").exits(0);
        hello.machine().installed("hello").prints("hello from 1.1.0");
    }

    @Test
    void redirectToHttps_isFollowed() throws IOException {
        from(nginx.http());
        trustTheAuthority();
        hello.update("--yes", "--source", "mirror").exits(0);
        hello.machine().installed("hello").prints("hello from 1.1.0");
        assertTrue(nginx.log().getFirst().contains(" 301 "), nginx.log().toString());
    }

    @Test
    void killedDownload_isResumed() throws Exception {
        from(nginx.https() + "/slow");
        trustTheAuthority();
        Machine.Started first = hello.startUpdate("--yes", "--source", "mirror");
        first.until(() -> downloaded() > 0);
        first.process().destroyForcibly().waitFor();
        assertEquals(137, first.process().exitValue(), "it was still downloading");
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
        // The owner's mark is written before the first byte.
        Optional<Path> bytes = hello.partials().stream()
                .filter(file -> !file.toString().endsWith(".wanted-by.partial"))
                .findFirst();
        return bytes.isPresent() ? Files.size(bytes.get()) : 0;
    }
}
