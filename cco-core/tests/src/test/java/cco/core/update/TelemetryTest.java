package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Verdict;
import cco.core.background.EngineLab;
import cco.core.error.CcoException;
import cco.core.error.NotManagedException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.telemetry.Telemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events of an app are kept and sent, and which are not. */
class TelemetryTest {

    private static final String ON = "[telemetry]\nenabled = true\n";

    @TempDir
    Path folder;

    private EngineLab lab;

    @BeforeEach
    void aPublishedApp() throws CcoException, IOException {
        lab = new EngineLab(folder);
        lab.publish("1.0.0");
    }

    private void configure(String text) throws IOException {
        Files.createDirectories(lab.dirs.config());
        Files.writeString(lab.dirs.configFile(), text);
    }

    private void configure(FiguresServer server) throws IOException {
        configure(ON + "endpoint = '" + server.address() + "'\n");
    }

    private Telemetry telemetry() {
        return lab.updater(Optional.empty()).telemetry();
    }

    private static String line(String channel, String event) {
        return "{\"version\":\"0.1.0\",\"platform\":\"" + Platform.current() + "\",\"channel\":\"" + channel
                + "\",\"event\":\"" + event + "\",\"date\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"}\n";
    }

    @Test
    void withoutConsent_nothingIsKept() throws CcoException, IOException {
        lab.install(HELLO);
        lab.publish("1.1.0");
        lab.update(Consent.ALWAYS);
        lab.updater(Optional.empty()).rollback(HELLO);
        assertFalse(Files.exists(lab.dirs.telemetry()));
        assertThrows(UsageException.class, () -> telemetry().send());
    }

    @Test
    void revokedConsent_stopsReadingTheQueue() throws CcoException, IOException {
        configure(ON);
        lab.install(HELLO);
        Files.writeString(
                lab.dirs.configFile(), Files.readString(lab.dirs.configFile()).replace("true", "false"));
        Path queue = lab.dirs.telemetry().resolve("queue.jsonl");
        Files.delete(queue);
        Files.createDirectory(queue); // Reading or writing it would fail.
        lab.publish("1.1.0");
        lab.update(Consent.ALWAYS);
        telemetry().sendIfDue();
        assertTrue(Files.isDirectory(queue));
        assertFalse(Files.exists(lab.dirs.telemetry().resolve("last-try")));
    }

    @Test
    void change_isKeptAsOneLine() throws CcoException, IOException {
        configure(ON);
        lab.install(HELLO);
        lab.update(Consent.ALWAYS);
        lab.publish("1.1.0");
        lab.update(Consent.NEVER);
        assertEquals(line("stable", "installed"), telemetry().show(), "nothing has changed since");
        lab.update(new Target.Exactly(Version.of("1.1.0")), false, Consent.ALWAYS);
        lab.updater(Optional.empty()).rollback(HELLO);
        assertEquals(
                line("stable", "installed") + line("stable", "updated") + line("stable", "rolled-back"),
                telemetry().show());
    }

    @Test
    void failures_areKeptExceptUserErrors() throws CcoException, IOException {
        configure(ON);
        lab.install(HELLO);
        telemetry().purge();
        lab.publish("1.1.0");
        lab.verdict = new Verdict.Rejected("as told");
        assertThrows(VerificationException.class, () -> lab.update(Consent.ALWAYS));
        assertThrows(
                NotManagedException.class, () -> lab.updater(Optional.empty()).rollback(new AppName("other")));
        Target nightly = new Target.Newest(Optional.of(new Channel("acme-internal")));
        assertThrows(UsageException.class, () -> lab.update(nightly, false, Consent.ALWAYS));
        Files.move(lab.repository, folder.resolve("gone"));
        assertThrows(SourceException.class, () -> lab.update(nightly, false, Consent.ALWAYS));
        assertEquals(
                line("stable", "failed-4") + line("other", "failed-3"),
                telemetry().show());
    }

    @Test
    void unwritableQueue_stopsNoUpdate() throws CcoException, IOException {
        configure(ON);
        Files.createDirectories(lab.dirs.state());
        Files.writeString(lab.dirs.telemetry(), "in the way");
        lab.install(HELLO);
        assertEquals("1.0.0", lab.current());
        telemetry().sendIfDue();
    }

    @Test
    void send_postsExactlyWhatShowPrints() throws CcoException, IOException {
        try (FiguresServer server = new FiguresServer(204)) {
            configure(server);
            lab.install(HELLO);
            String shown = telemetry().show();
            assertEquals(1, telemetry().send());
            assertEquals(List.of("POST /cco\n" + shown), server.bodies);
            assertEquals("", telemetry().show());
            assertEquals(List.of("cco/0.1.0"), server.headers.getFirst().get("User-agent"));
            Set<String> known = Set.of(
                    "User-agent",
                    "X-cco-version",
                    "X-cco-platform",
                    "Content-type",
                    "Accept",
                    "Accept-encoding",
                    "Content-length",
                    "Connection",
                    "Host");
            assertEquals(
                    Set.of(),
                    server.headers.getFirst().keySet().stream()
                            .filter(name -> !known.contains(name))
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 301, 307, 308, 304})
    void rejectingEndpoint_isAskedOnceADay(int status) throws CcoException, IOException {
        try (FiguresServer server = new FiguresServer(status)) {
            configure(server);
            lab.install(HELLO);
            String shown = telemetry().show();
            assertThrows(SourceException.class, () -> telemetry().send());
            telemetry().sendIfDue();
            assertEquals(0, telemetry().send());
            assertEquals(1, server.bodies.size());
            assertEquals(shown, telemetry().show());
        }
    }

    @Test
    void backgroundCheck_sendsEvents() throws CcoException, IOException {
        try (FiguresServer server = new FiguresServer(200)) {
            configure(server);
            lab.install(HELLO);
            assertEquals(List.of(), server.bodies, "nobody waits for it");
            lab.check(Instant.now());
            assertEquals(List.of("POST /cco\n" + line("stable", "installed")), server.bodies);
            assertEquals("", telemetry().show());
        }
    }

    @Test
    void missingEndpoint_losesNothing() throws CcoException, IOException {
        FiguresServer server = new FiguresServer(200);
        configure(server);
        server.close();
        lab.install(HELLO);
        telemetry().sendIfDue();
        assertEquals(line("stable", "installed"), telemetry().show());
    }

    @Test
    void silentEndpoint_endsAtTheTimeLimit() throws CcoException, IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configure(ON + "endpoint = 'http://127.0.0.1:" + silent.getLocalPort() + "'\n"
                    + "[network]\ntimeout_seconds = 1\n");
            lab.install(HELLO);
            String message = assertThrows(
                            SourceException.class, () -> telemetry().send())
                    .getMessage();
            assertTrue(message.contains("within 1 s") || message.contains("timed out"), message);
            assertEquals(line("stable", "installed"), telemetry().show());
        }
    }
}
