package cco.core.doctor;

import cco.api.Content;
import cco.api.Resource;
import cco.core.disk.IoReason;
import cco.core.doctor.ProbeStep.Stage;
import cco.core.error.CheckedSupplier;
import cco.core.error.UsageException;
import cco.core.fetch.OriginClient;
import cco.core.http.Addresses;
import cco.core.http.HttpEventListener;
import cco.core.http.HttpTransport;
import cco.core.http.NetworkSettings;
import cco.core.http.ProxyAddress;
import cco.core.http.ProxyException;
import cco.core.http.ProxyRoute;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** One request whose steps are noted as they are made. */
final class ConnectionProbe implements HttpEventListener {

    private final NetworkSettings settings;
    private final List<ProbeStep> steps;
    private long mark = System.nanoTime();
    private Optional<String> certificate = Optional.empty();
    private Duration handshake = Duration.ZERO;

    ConnectionProbe(NetworkSettings settings, List<ProbeStep> steps) {
        this.settings = settings;
        this.steps = steps;
    }

    Content get(URI address, Resource resource, Map<String, String> headers) throws IOException {
        Optional<ProxyAddress> proxy = step(Stage.SETTINGS, () -> {
            Addresses.require(address);
            return new ProxyRoute(settings.proxy()).through(address);
        });
        passed(
                Stage.SETTINGS,
                proxy.map(way -> "through " + way.name() + ", set by " + way.setBy())
                        .orElse("directly"));
        String host = proxy.map(ProxyAddress::host).orElse(address.getHost());
        connect(host, proxy.map(ProxyAddress::port).orElse(Addresses.port(address)), proxy.isPresent());
        try {
            Content content = new HttpTransport(settings, this).get(address, resource, headers);
            encrypted();
            passed(Stage.HTTP, "the server has the file");
            return content;
        } catch (UsageException unreadable) {
            throw failed(Stage.SETTINGS, new IOException(unreadable.getMessage(), unreadable));
        } catch (IOException failure) {
            throw failed(stage(failure, address), failure);
        }
    }

    private void connect(String host, int port, boolean proxied) throws IOException {
        Stage name = proxied ? Stage.PROXY_NAME : Stage.NAME;
        InetAddress[] addresses = step(name, () -> InetAddress.getAllByName(host));
        passed(
                name,
                host + " is "
                        + Arrays.stream(addresses)
                                .map(InetAddress::getHostAddress)
                                .collect(Collectors.joining(", ")));
        Stage connection = proxied ? Stage.PROXY_CONNECT : Stage.CONNECT;
        InetAddress reached = step(connection, () -> reach(addresses, port));
        passed(connection, reached.getHostAddress() + " port " + port);
    }

    /** One address after the other, as programs do. */
    private InetAddress reach(InetAddress[] addresses, int port) throws IOException {
        IOException last = null;
        for (InetAddress address : addresses) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), (int)
                        settings.timeout().toMillis());
                return address;
            } catch (IOException failure) {
                String where = address.getHostAddress() + " port " + port;
                last = new IOException(where + ": " + IoReason.brief(failure), failure);
            }
        }
        throw last == null ? new IOException("the name has no address") : last;
    }

    private Stage stage(IOException failure, URI address) {
        if (failure instanceof ProxyException proxy) {
            return switch (proxy.stage()) {
                case ADDRESS -> Stage.SETTINGS;
                case CONNECT -> Stage.PROXY_CONNECT;
                case LOGIN, TUNNEL -> Stage.PROXY_TUNNEL;
            };
        }
        boolean encrypts = address.getScheme().equalsIgnoreCase("https");
        if (failure instanceof SSLException || encrypts && certificate.isEmpty()) {
            return Stage.TLS;
        }
        encrypted();
        return Stage.HTTP;
    }

    @Override
    public void tunnelled() {
        passed(Stage.PROXY_TUNNEL, "the proxy has let it through");
    }

    @Override
    public void certificates(List<X509Certificate> chain) {
        certificate = Optional.of(chain.getFirst().getSubjectX500Principal() + ", vouched for by "
                + chain.getFirst().getIssuerX500Principal());
        handshake = NetworkProbe.since(mark);
    }

    private void encrypted() {
        if (certificate.isPresent()) {
            steps.add(new ProbeStep.Passed(Stage.TLS, IoReason.plain(certificate.get()), handshake));
            mark += handshake.toNanos();
        }
    }

    private <T> T step(Stage stage, CheckedSupplier<T, IOException> step) throws IOException {
        try {
            return step.get();
        } catch (IOException failure) {
            throw failed(stage, failure);
        }
    }

    private void passed(Stage stage, String detail) {
        steps.add(new ProbeStep.Passed(stage, IoReason.plain(detail), NetworkProbe.since(mark)));
        mark = System.nanoTime();
    }

    private IOException failed(Stage stage, IOException failure) {
        steps.add(new ProbeStep.Failed(
                stage, IoReason.brief(failure), OriginClient.hint(failure), NetworkProbe.since(mark)));
        return failure;
    }
}
