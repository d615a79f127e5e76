package cco.core.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.doctor.ProbeStep.Stage;
import cco.core.fetch.FetchLab;
import cco.core.http.Certificates;
import cco.core.http.NetworkSettings;
import cco.core.http.ProxySettings;
import cco.core.http.TinyProxy;
import cco.core.http.TlsLab;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The probe ends with the step that fails. */
class NetworkProbeTest extends TlsLab {

    private List<ProbeStep> probe(String base, Optional<String> proxy, boolean trusted) {
        Optional<Path> caFile = Optional.of(key.certificate()).filter(_ -> trusted);
        NetworkSettings settings = new NetworkSettings(
                Duration.ofMinutes(1),
                proxy.map(address -> new ProxySettings(address, "https_proxy", List.of())),
                new Certificates(caFile, Optional.empty(), ""),
                Map.of());
        return new NetworkProbe(settings)
                .probe(new FetchLab.Mirror(URI.create(base)), "file")
                .steps();
    }

    private static void assertEnds(Stage last, String reason, List<ProbeStep> steps) {
        assertEquals(last, steps.getLast().stage(), steps.toString());
        assertTrue(
                steps.getLast() instanceof ProbeStep.Failed failed
                        && failed.reason().contains(reason),
                steps.toString());
        assertTrue(
                steps.subList(0, steps.size() - 1).stream().allMatch(ProbeStep.Passed.class::isInstance),
                steps.toString());
    }

    private static List<Stage> stages(List<ProbeStep> steps) {
        assertTrue(steps.stream().allMatch(ProbeStep.Passed.class::isInstance), steps.toString());
        return steps.stream().map(ProbeStep::stage).toList();
    }

    @Test
    void goodConnection_hasEveryStep() throws Exception {
        assertEquals(
                List.of(Stage.SETTINGS, Stage.NAME, Stage.CONNECT, Stage.TLS, Stage.HTTP),
                stages(probe(server.address().toString(), Optional.empty(), true)));
        try (TinyProxy proxy = new TinyProxy(server.address().getPort(), Optional.empty())) {
            assertEquals(
                    List.of(
                            Stage.SETTINGS,
                            Stage.PROXY_NAME,
                            Stage.PROXY_CONNECT,
                            Stage.PROXY_TUNNEL,
                            Stage.TLS,
                            Stage.HTTP),
                    stages(probe("https://mirror.test", Optional.of("http://127.0.0.1:" + proxy.port()), true)));
        }
    }

    @Test
    void forbiddenAddress_failsAtSettings() {
        assertEnds(Stage.SETTINGS, "plain http is refused", probe("http://mirror.test", Optional.empty(), true));
    }

    @Test
    void unusableProxy_failsAtSettings() {
        assertEnds(Stage.SETTINGS, "socks4", probe("https://mirror.test", Optional.of("socks4://p:1"), true));
    }

    @Test
    void unknownProxy_failsAtItsName() {
        assertEnds(Stage.PROXY_NAME, "nobody.test", probe("https://m.test", Optional.of("http://nobody.test:1"), true));
    }

    @Test
    void deadProxy_failsAtItsConnection() throws Exception {
        URI nobody = FaultyServer.nobody();
        assertEnds(
                Stage.PROXY_CONNECT,
                "port " + nobody.getPort(),
                probe("https://mirror.test", Optional.of("http://127.0.0.1:" + nobody.getPort()), true));
    }

    @Test
    void wrongProxyPassword_failsAtTheTunnel() throws Exception {
        try (TinyProxy proxy = new TinyProxy(server.address().getPort(), Optional.of("Basic eDp5"))) {
            List<ProbeStep> steps =
                    probe("https://mirror.test", Optional.of("http://me:geheim@127.0.0.1:" + proxy.port()), true);
            assertEnds(Stage.PROXY_TUNNEL, "407", steps);
            assertTrue(!steps.toString().contains("geheim"), steps.toString());
        }
    }

    @Test
    void unknownServer_failsAtItsName() {
        assertEnds(Stage.NAME, "nobody.test", probe("https://nobody.test", Optional.empty(), true));
    }

    @Test
    void deadServer_failsAtItsConnection() throws Exception {
        URI nobody = FaultyServer.nobody();
        assertEnds(Stage.CONNECT, "port", probe("https://127.0.0.1:" + nobody.getPort(), Optional.empty(), true));
    }

    @Test
    void untrustedServer_failsAtEncryption() {
        assertEnds(Stage.TLS, "CN=mirror.test", probe(server.address().toString(), Optional.empty(), false));
    }

    @Test
    void missingFile_failsAtTheResponse() throws IOException {
        Files.delete(folder.resolve("file"));
        List<ProbeStep> steps = probe(server.address().toString(), Optional.empty(), true);
        assertEnds(Stage.HTTP, "no such file", steps);
        assertEquals(Stage.TLS, steps.get(steps.size() - 2).stage());
    }

    @Test
    void folder_isOneStep() {
        Origin files = new FolderOrigin(folder);
        NetworkSettings settings =
                new NetworkSettings(Duration.ofMinutes(1), Optional.empty(), Certificates.ofSystem(""), Map.of());
        assertEquals(
                List.of(Stage.FILE),
                stages(new NetworkProbe(settings).probe(files, "file").steps()));
        assertEnds(
                Stage.FILE,
                "no such file",
                new NetworkProbe(settings).probe(files, "none").steps());
    }

    private record FolderOrigin(Path folder) implements Origin {
        @Override
        public String name() {
            return folder.toString();
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            Path file = folder.resolve(resource.path());
            return new Content(Files.newInputStream(file), 0, OptionalLong.empty(), Optional.empty());
        }
    }
}
