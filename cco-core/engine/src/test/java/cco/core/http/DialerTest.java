package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** cco tries all addresses of a host, as curl does. */
class DialerTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals).map(InetAddress::ofLiteral).toList();
    }

    private static Dialer dialer(Duration delay, Dialer.SocketOpener opener) {
        return new Dialer(Dialer.system(LONG).resolver(), opener, LONG, delay);
    }

    @Test
    void firstAddressRefuses_secondIsUsed() throws Exception {
        Socket socket = new Socket();
        Dialer dialer = dialer(LONG, (address, _) -> {
            if (address.getAddress().getHostAddress().equals("192.0.2.1")) {
                throw new ConnectException("Connection refused");
            }
            return socket;
        });
        List<InetSocketAddress> connected = new ArrayList<>();
        HttpEventListener listener = new HttpEventListener() {
            @Override
            public void connected(InetSocketAddress address) {
                connected.add(address);
            }
        };

        assertSame(socket, dialer.connect(addresses("192.0.2.1", "192.0.2.2"), 443, listener));
        assertEquals("192.0.2.2", connected.getFirst().getAddress().getHostAddress());
    }

    @Test
    void firstAddressIsDead_secondIsUsedAfterTheDelay() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Socket socket = new Socket();
        Dialer dialer = dialer(Duration.ofMillis(1), (address, _) -> {
            if (address.getAddress().getHostAddress().equals("192.0.2.1")) {
                await(never);
            }
            return socket;
        });

        assertSame(socket, dialer.connect(addresses("192.0.2.1", "192.0.2.2"), 443, HttpEventListener.NONE));
        never.countDown();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void allAddressesFail_eachIsNamed() {
        Dialer dialer = dialer(LONG, (_, _) -> {
            throw new ConnectException("Connection refused");
        });
        IOException failure = assertThrows(
                ConnectException.class,
                () -> dialer.connect(addresses("192.0.2.1", "2001:db8::1"), 443, HttpEventListener.NONE));
        assertEquals(
                "192.0.2.1 port 443: connection refused; 2001:db8:0:0:0:0:0:1 port 443: connection refused",
                failure.getMessage());
    }

    @Test
    void addresses_alternateBetweenTheFamilies() throws Exception {
        List<InetAddress> found = addresses("192.0.2.1", "192.0.2.2", "192.0.2.3", "2001:db8::1", "2001:db8::2");
        Dialer dialer = new Dialer(_ -> found, (_, _) -> new Socket(), LONG, LONG);
        assertEquals(
                addresses("192.0.2.1", "2001:db8::1", "192.0.2.2", "2001:db8::2", "192.0.2.3"),
                dialer.resolve("mirror.test"));
    }

    @Test
    void unknownHost_isTheMessage() {
        Dialer dialer = dialer(LONG, (_, _) -> new Socket());
        UnknownHostException unknown = assertThrows(UnknownHostException.class, () -> dialer.resolve("nobody.invalid"));
        assertEquals("nobody.invalid", unknown.getMessage());
    }
}
