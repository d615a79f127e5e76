package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.Content;
import cco.api.Resource;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;

/** TLS with servers that do not take the key exchange that cco offers first. The certificate is an ECDSA one. */
class KeyExchangeTest extends TlsLab {

    private FaultyServer serve(String protocol, String... groups) throws Exception {
        SSLServerSocket listener = (SSLServerSocket)
                key.context().getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        SSLParameters parameters = listener.getSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        parameters.setNamedGroups(groups);
        listener.setSSLParameters(parameters);
        return FaultyServer.serving(folder, listener);
    }

    private static HttpTransport transport(Optional<Path> caFile) throws Exception {
        return new HttpTransport(new NetworkSettings(
                Duration.ofMinutes(1), Optional.empty(), new Certificates(caFile, Optional.empty(), ""), Map.of()));
    }

    private void read(HttpTransport transport, FaultyServer from) throws IOException {
        URI address = URI.create(from.address() + "/file");
        try (Content content = transport.get(address, Resource.whole("file"), Map.of())) {
            assertArrayEquals(bytes, content.stream().readAllBytes());
        }
    }

    private void connects(int connections, FaultyServer to) throws Exception {
        try (to;
                HttpTransport transport = transport(Optional.of(key.certificate()))) {
            read(transport, to);
            assertEquals(connections, to.connections());
            read(transport, to);
            assertEquals(connections + 1, to.connections(), "the second request knows what the server needs");
        }
    }

    @Test
    void usualServer_isReachedAtOnce() throws Exception {
        connects(1, serve("TLSv1.3", "x25519", "secp256r1"));
    }

    @Test
    void serverWithoutTheQuickKeyExchange_isReached() throws Exception {
        connects(2, serve("TLSv1.3", "secp384r1"));
    }

    @Test
    void oldServerWithAnEcdsaCertificate_isReached() throws Exception {
        connects(2, serve("TLSv1.2", "x25519", "secp256r1", "secp384r1"));
    }

    @Test
    void untrustedServer_isNotAskedTwice() throws Exception {
        try (FaultyServer untrusted = serve("TLSv1.3", "x25519")) {
            assertThrows(SSLException.class, () -> read(transport(Optional.empty()), untrusted));
            assertEquals(1, untrusted.connections());
        }
    }
}
