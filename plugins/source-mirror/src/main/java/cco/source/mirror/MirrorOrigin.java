package cco.source.mirror;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One mirror. */
record MirrorOrigin(URI base) implements Origin {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    @Override
    public String name() {
        return base.toString();
    }

    @Override
    public Content open(Resource resource, Transport transport) throws IOException {
        return transport.get(URI.create(base + "/" + encode(resource.path())), resource, Map.of());
    }

    /** Encodes all bytes except slashes and RFC 3986's unreserved characters. Some servers misread a plain plus. */
    private static String encode(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b == '/' || UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b));
            }
        }
        return encoded.toString();
    }
}
