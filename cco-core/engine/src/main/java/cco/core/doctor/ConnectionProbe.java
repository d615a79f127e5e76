package cco.core.doctor;

import cco.api.Content;
import cco.api.Resource;
import cco.core.disk.IoReason;
import cco.core.doctor.ProbeStep.Stage;
import cco.core.error.UsageException;
import cco.core.fetch.OriginClient;
import cco.core.http.HttpEventListener;
import cco.core.http.HttpTransport;
import cco.core.http.NetworkSettings;
import cco.core.http.ProxyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records the steps of one request as the HTTP client makes them, so that both always take the same way. */
final class ConnectionProbe implements HttpEventListener {

    private final NetworkSettings settings;
    private final List<ProbeStep> steps;
    private long start = System.nanoTime();
    private Stage stage = Stage.SETTINGS;
    private Optional<ProxyServer> proxy = Optional.empty();
    private boolean encrypts;
    private int routeEnd;

    ConnectionProbe(NetworkSettings settings, List<ProbeStep> steps) {
        this.settings = settings;
        this.steps = steps;
    }

    Content get(URI address, Resource resource, Map<String, String> headers) throws IOException {
        encrypts = "https".equalsIgnoreCase(address.getScheme());
        try (HttpTransport transport = new HttpTransport(settings, this)) {
            Content content = transport.get(address, resource, headers);
            passed("the server has the file", Stage.HTTP);
            return content;
        } catch (UsageException unreadable) {
            throw failed(new IOException(unreadable.getMessage(), unreadable));
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void routed(Optional<ProxyServer> through) {
        proxy = through;
        stage = Stage.SETTINGS;
        passed(
                through.map(server -> "through " + server.name() + ", set by " + server.setBy())
                        .orElse("directly"),
                through.isPresent() ? Stage.PROXY_NAME : Stage.NAME);
        routeEnd = steps.size();
    }

    @Override
    public void resolved(String host, List<InetAddress> addresses) {
        discardEarlierConnection();
        String all = addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        passed(host + " is " + all, proxy.isPresent() ? Stage.PROXY_CONNECT : Stage.CONNECT);
    }

    @Override
    public void connected(InetSocketAddress address) {
        Stage next = encrypts ? Stage.TLS : Stage.HTTP;
        passed(
                address.getAddress().getHostAddress() + " port " + address.getPort(),
                proxy.isPresent() ? Stage.PROXY_TUNNEL : next);
    }

    @Override
    public void tunnelled() {
        passed("the proxy opened a tunnel", Stage.TLS);
    }

    @Override
    public void encrypted(X509Certificate certificate) {
        passed(
                certificate.getSubjectX500Principal() + ", issued by " + certificate.getIssuerX500Principal(),
                Stage.HTTP);
    }

    /** A proxy that asks for a login may close the connection: only the steps of the last one count. */
    private void discardEarlierConnection() {
        if (steps.size() > routeEnd) {
            steps.subList(routeEnd, steps.size()).clear();
            stage = proxy.isPresent() ? Stage.PROXY_NAME : Stage.NAME;
        }
    }

    private void passed(String detail, Stage next) {
        steps.add(new ProbeStep.Passed(stage, IoReason.plain(detail), NetworkProbe.since(start)));
        stage = next;
        start = System.nanoTime();
    }

    private IOException failed(IOException failure) {
        steps.add(new ProbeStep.Failed(
                stage, IoReason.brief(failure), OriginClient.hint(failure), NetworkProbe.since(start)));
        return failure;
    }
}
