package cco.source.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.api.Content;
import cco.api.HttpStatusException;
import cco.api.Resource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks a server that knows nothing but GitHub's description and refuses what is not in it; where {@code NODE_PATH} has
 * no Prism, this is skipped.
 */
class PrismTest {

    private static final Pattern LISTENING = Pattern.compile("listening on (http://127\\.0\\.0\\.1:\\d+)");

    @TempDir
    Path folder;

    private Process prism;
    private TokenAccess access;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Path program = program();
        Path description = folder.resolve("description.json");
        try (InputStream in = PrismTest.class.getResourceAsStream("description.json")) {
            Files.copy(in, description);
        }
        prism = new ProcessBuilder(
                        "node",
                        program.toString(),
                        "mock",
                        "--port",
                        "0",
                        "--host",
                        "127.0.0.1",
                        "--errors",
                        description.toString())
                .redirectErrorStream(true)
                .start();
        URI address = listening(prism.inputReader());
        Site site = new Site(address, address, Optional.empty(), List.of("GH_TOKEN"));
        access = new TokenAccess(new Project(site, "octo", "hello"), new Token("s3cret", "a test"));
    }

    @AfterEach
    void stop() {
        if (prism != null) {
            prism.destroy();
        }
    }

    private static Path program() throws InterruptedException, IOException {
        try {
            Process node =
                    new ProcessBuilder("node", "-p", "require.resolve('@stoplight/prism-cli/package.json')").start();
            String found = node.inputReader().readLine();
            assumeTrue(node.waitFor() == 0, "@stoplight/prism-cli is not installed");
            return Path.of(found).resolveSibling("dist/index.js");
        } catch (IOException e) {
            assumeTrue(false, "node is not installed");
            throw e;
        }
    }

    private static URI listening(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new AssertionError("prism has ended");
    }

    /** The description knows of each answer only its JSON form; the text beside it names the others. */
    private static Content get(URI address, Resource resource, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        headers.forEach(connection::setRequestProperty);
        connection.setRequestProperty("Accept", "application/json");
        int status = connection.getResponseCode();
        if (status != 200) {
            throw new HttpStatusException(status, address.getHost(), Map.of(), "http status " + status);
        }
        return new Content(connection.getInputStream(), 0, OptionalLong.empty(), Optional.empty());
    }

    private static String text(Content content) throws IOException {
        try (content) {
            return new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void requests_matchTheDescription() throws IOException {
        Resource whole = Resource.whole("file");
        ReleaseFile tagged = new ReleaseFile(Optional.of("v1.0.0"), "example.zip");
        assertTrue(text(access.open(tagged, whole, PrismTest::get)).contains("\"name\":\"example.zip\""));
        ReleaseFile latest = new ReleaseFile(Optional.empty(), "example.zip");
        assertTrue(text(access.open(latest, whole, PrismTest::get)).contains("\"name\":\"example.zip\""));
        BranchFile file = new BranchFile("releases", "version-manifest.json");
        assertTrue(text(access.open(file, whole, PrismTest::get)).startsWith("{"));
        ReleaseFile missing = new ReleaseFile(Optional.of("v1.0.0"), "other.zip");
        NoSuchFileException refused =
                assertThrows(NoSuchFileException.class, () -> access.open(missing, whole, PrismTest::get));
        assertEquals("the release v1.0.0 of octo/hello has no file other.zip", refused.getReason());
    }
}
