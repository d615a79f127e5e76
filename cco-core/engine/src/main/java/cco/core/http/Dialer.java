package cco.core.http;

import cco.core.disk.IoReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Opens TCP connections. If a host has several addresses, it tries one after the other, alternating between IPv6 and
 * IPv4, and starts the next attempt when one fails or takes longer than the delay (RFC 8305). The first connection
 * wins.
 *
 * @param timeout for each attempt
 * @param delay before the next address is tried beside the one before
 */
record Dialer(NameResolver resolver, SocketOpener opener, Duration timeout, Duration delay) {

    /** RFC 8305 section 5 recommends 250 ms. */
    static final Duration DELAY = Duration.ofMillis(250);

    /** Looks up the addresses of a name. A list, because the startup archive cannot contain lambdas with arrays. */
    @FunctionalInterface
    interface NameResolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    /** Connects to one address. */
    @FunctionalInterface
    interface SocketOpener {
        Socket open(InetSocketAddress address, Duration timeout) throws IOException;
    }

    /** The outcome of one attempt: a socket or a failure. */
    private record Attempt(InetSocketAddress address, Socket socket, IOException failure) {}

    /** A dialer for real networks. */
    static Dialer system(Duration timeout) {
        return new Dialer(Dialer::lookUp, Dialer::open, timeout, DELAY);
    }

    private static List<InetAddress> lookUp(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    private static Socket open(InetSocketAddress address, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address, HttpConnection.millis(timeout));
            return socket;
        } catch (IOException e) {
            SocketGuard.quietly(socket);
            throw e;
        }
    }

    /**
     * The addresses of a host in the order in which to try them.
     *
     * @throws UnknownHostException with the host as its message
     */
    List<InetAddress> resolve(String host) throws UnknownHostException {
        try {
            return alternating(resolver.resolve(host.replaceAll("^\\[|]$", "")));
        } catch (UnknownHostException e) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(e);
            throw unknown;
        }
    }

    /** RFC 8305 section 4: the family of the first address leads. */
    private static List<InetAddress> alternating(List<InetAddress> addresses) {
        boolean sixLeads = addresses.getFirst() instanceof Inet6Address;
        List<InetAddress> leading = new ArrayList<>();
        List<InetAddress> others = new ArrayList<>();
        for (InetAddress address : addresses) {
            (address instanceof Inet6Address == sixLeads ? leading : others).add(address);
        }
        List<InetAddress> all = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            if (i < leading.size()) {
                all.add(leading.get(i));
            }
            if (i < others.size()) {
                all.add(others.get(i));
            }
        }
        return all;
    }

    /**
     * Connects to the first address that answers.
     *
     * @throws ConnectException with the failure of each address
     */
    Socket connect(List<InetAddress> addresses, int port, HttpEventListener listener) throws IOException {
        List<InetSocketAddress> all = addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        Attempt winner = all.size() == 1 ? attempt(all.getFirst()) : race(all);
        if (winner.socket() == null) {
            throw winner.failure();
        }
        listener.connected(winner.address());
        return winner.socket();
    }

    private Attempt attempt(InetSocketAddress address) {
        try {
            return new Attempt(address, opener.open(address, timeout), null);
        } catch (IOException e) {
            return new Attempt(address, null, failure(words(address, e), e));
        }
    }

    private static IOException failure(String message, IOException cause) {
        if (String.valueOf(cause.getMessage()).contains("reset")) {
            return new BrokenConnectionException(message, cause);
        }
        IOException failure = cause instanceof SocketTimeoutException
                ? new SocketTimeoutException(message)
                : new ConnectException(message);
        failure.initCause(cause);
        return failure;
    }

    private static String words(InetSocketAddress address, IOException failure) {
        return address.getAddress().getHostAddress() + " port " + address.getPort() + ": " + IoReason.brief(failure);
    }

    private Attempt race(List<InetSocketAddress> addresses) throws IOException {
        BlockingQueue<Attempt> outcomes = new LinkedBlockingQueue<>();
        List<String> failures = new ArrayList<>();
        int started = 0;
        IOException last = null;
        while (failures.size() < addresses.size()) {
            if (started < addresses.size()) {
                start(addresses.get(started++), outcomes);
            }
            Attempt outcome = take(outcomes, started < addresses.size() ? delay : timeout.plusSeconds(1));
            if (outcome != null && outcome.socket() != null) {
                discardLater(outcomes, started - failures.size() - 1);
                return outcome;
            }
            if (outcome != null) {
                failures.add(outcome.failure().getMessage());
                last = outcome.failure();
            } else if (started == addresses.size()) {
                break;
            }
        }
        IOException failure = last == null
                ? new SocketTimeoutException("no answer within " + Watchdog.seconds(timeout))
                : failure(String.join("; ", failures), last);
        return new Attempt(addresses.getFirst(), null, failure);
    }

    private void start(InetSocketAddress address, BlockingQueue<Attempt> outcomes) {
        Thread.ofPlatform().daemon().name("cco-connect").start(() -> outcomes.add(attempt(address)));
    }

    /** Closes the connections that come too late. */
    private static void discardLater(BlockingQueue<Attempt> outcomes, int pending) {
        if (pending > 0) {
            Thread.ofPlatform().daemon().name("cco-connect").start(() -> {
                for (int i = 0; i < pending; i++) {
                    try {
                        Attempt late = outcomes.take();
                        if (late.socket() != null) {
                            SocketGuard.quietly(late.socket());
                        }
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
        }
    }

    private static Attempt take(BlockingQueue<Attempt> outcomes, Duration wait) throws IOException {
        try {
            return outcomes.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
