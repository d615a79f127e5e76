package cco.core.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts that need no proxy, by the rules of curl's {@code no_proxy}. No name is resolved. */
final class NoProxy {

    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^]]+]|[^:]+):(\\d{1,5})");
    private static final Pattern NETWORK = Pattern.compile("([^/]+)/(\\d{1,3})");

    private NoProxy() {}

    static boolean matches(List<String> exceptions, URI address) {
        return exceptions.stream().anyMatch(exception -> matches(exception.toLowerCase(Locale.ROOT), address));
    }

    private static boolean matches(String exception, URI address) {
        Matcher withPort = WITH_PORT.matcher(exception);
        if (withPort.matches()) {
            return Integer.parseInt(withPort.group(2)) == Addresses.port(address)
                    && matchesHost(withPort.group(1), address);
        }
        return matchesHost(exception, address);
    }

    private static boolean matchesHost(String exception, URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        Optional<InetAddress> literal = literal(host);
        if (exception.equals("*")) {
            return true;
        }
        if (literal.isPresent()) {
            return inNetwork(exception, literal.get());
        }
        String domain = exception.replaceAll("^\\*?\\.|\\.$", "");
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean inNetwork(String exception, InetAddress host) {
        Matcher network = NETWORK.matcher(exception);
        Optional<InetAddress> base = literal(network.matches() ? network.group(1) : exception);
        if (base.isEmpty() || base.get().getAddress().length != host.getAddress().length) {
            return false;
        }
        int width = 8 * host.getAddress().length;
        int bits = network.matches() ? Math.min(width, Integer.parseInt(network.group(2))) : width;
        for (int bit = 0; bit < bits; bit++) {
            if (bit(base.get(), bit) != bit(host, bit)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(InetAddress address, int bit) {
        return address.getAddress()[bit / 8] >> 7 - bit % 8 & 1;
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.replaceAll("^\\[|]$", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
