package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Resource;
import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which servers are trusted, and the errors for the others. */
class CertificatesTest {

    private static final String LOCAL = "san=ip:127.0.0.1";

    @TempDir
    private Path folder;

    private void get(ServerKey key, Certificates certificates) throws Exception {
        Files.writeString(folder.resolve("file"), "x");
        try (FaultyServer server = FaultyServer.serving(folder, key.context())) {
            NetworkSettings settings =
                    new NetworkSettings(Duration.ofMinutes(1), Optional.empty(), certificates, Map.of());
            new HttpTransport(settings)
                    .get(URI.create(server.address() + "/file"), Resource.whole("file"), Map.of())
                    .close();
        }
    }

    private String refusal(ServerKey key, Optional<Path> caFile) {
        Certificates certificates = new Certificates(caFile, Optional.empty(), "");
        return IoReason.brief(assertThrows(SSLException.class, () -> get(key, certificates)));
    }

    @Test
    void expiredCertificate_isReportedWithItsDate() throws Exception {
        ServerKey key = ServerKey.make(folder, "-ext", LOCAL, "-startdate", "2020/01/01", "-validity", "1");

        String reason = refusal(key, Optional.empty());

        assertTrue(reason.contains("the certificate of CN=mirror.test expired on 2020-01-02"), reason);
    }

    @Test
    void futureCertificate_pointsToTheClock() throws Exception {
        ServerKey key = ServerKey.make(folder, "-ext", LOCAL, "-startdate", "2090/01/01", "-validity", "1");

        String reason = refusal(key, Optional.empty());

        assertTrue(reason.contains("check this machine's clock"), reason);
    }

    @Test
    void otherHostsCertificate_isReportedWithItsNames() throws Exception {
        ServerKey key = ServerKey.make(folder, "-ext", "san=dns:mirror.test,dns:www.mirror.test");

        String reason = refusal(key, Optional.of(key.certificate()));

        assertTrue(reason.contains("is for mirror.test, www.mirror.test, which is another host"), reason);
    }

    @Test
    void unknownCertificate_isReportedAsSelfSigned() throws Exception {
        String reason = refusal(ServerKey.make(folder, "-ext", LOCAL), Optional.empty());

        assertTrue(reason.contains("the certificate of CN=mirror.test is self-signed"), reason);
    }

    @Test
    void systemFile_comesAfterTheOthers() throws Exception {
        ServerKey other = ServerKey.make(Files.createDirectory(folder.resolve("other")), "-ext", LOCAL);
        ServerKey key = ServerKey.make(folder, "-ext", LOCAL);

        assertDoesNotThrow(
                () -> get(key, new Certificates(Optional.of(other.certificate()), Optional.of(key.certificate()), "")));
    }

    @Test
    void systemFileThatIsNotPem_isTheReason() throws Exception {
        ServerKey key = ServerKey.make(folder, "-ext", LOCAL);
        Path broken = Files.writeString(folder.resolve("broken.pem"), "nothing");
        Certificates certificates = new Certificates(Optional.empty(), Optional.of(broken), "");

        String reason = IoReason.brief(assertThrows(SSLException.class, () -> get(key, certificates)));

        assertTrue(reason.contains("cannot read a certificate store"), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'', it has no -----BEGIN CERTIFICATE-----",
        "'# x\n-----BEGIN CERTIFICATE-----\nAAAA\n', line 2 starts a certificate that has no end",
        "'\n\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', the block in line 3",
        "'-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n', the block in line 1",
    })
    void badFile_isReportedWithItsLine(String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), text);
        NetworkSettings settings = new NetworkSettings(
                Duration.ofMinutes(1),
                Optional.empty(),
                new Certificates(Optional.of(file), Optional.empty(), ""),
                Map.of());

        UsageException refusal = assertThrows(UsageException.class, () -> new HttpTransport(settings));

        assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
