package cco.core.http;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Headers for the servers of one source, such as {@code Authorization}. Each set of headers belongs to a base address
 * and goes only to addresses below it, so that no other server gets them; {@link HttpTransport} drops them when a
 * redirect leaves the server.
 */
public final class SourceCredentials {

    /** Headers for the addresses below a base. */
    private record Entry(URI base, Map<String, String> headers) {

        boolean covers(URI address) {
            String path = String.valueOf(base.getRawPath()).replaceFirst("/+$", "");
            String other = String.valueOf(address.getRawPath());
            return Addresses.sameServer(base, address) && (other.equals(path) || other.startsWith(path + "/"));
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** Adds headers for the addresses below a base. */
    public void add(URI base, Map<String, String> headers) {
        entries.add(new Entry(base, Map.copyOf(headers)));
    }

    /** The header for a user name and password. */
    public static Map<String, String> basic(String user, String password) {
        return Map.of("Authorization", ProxyLogin.basic(new PasswordAuthentication(user, password.toCharArray())));
    }

    /** The header for the user name and password in a URL, percent-encoded. */
    public static Map<String, String> basic(String userInfo) {
        return Map.of("Authorization", ProxyLogin.basic(UserInfo.decode(userInfo)));
    }

    /** The headers for an address. Those that the source sets itself win. */
    Map<String, String> headers(URI address, Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        entries.stream().filter(entry -> entry.covers(address)).forEach(entry -> all.putAll(entry.headers()));
        all.putAll(own);
        return new LinkedHashMap<>(all);
    }

    /** An origin whose requests carry the headers. */
    public Origin protect(Origin origin) {
        return entries.isEmpty() ? origin : new Protected(origin, this);
    }

    private record Protected(Origin origin, SourceCredentials credentials) implements Origin {

        @Override
        public String name() {
            return origin.name();
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            return origin.open(resource, new Transport() {
                @Override
                public Content get(URI address, Resource wanted, Map<String, String> headers) throws IOException {
                    return transport.get(address, wanted, credentials.headers(address, headers));
                }

                @Override
                public void notice(String message) {
                    transport.notice(message);
                }
            });
        }
    }
}
