package cco.core.http;

import cco.api.Content;
import cco.api.OriginException;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The way to the network when the user wants none: folders still work as sources, since they never ask for it. */
public final class OfflineTransport implements Transport {

    @Override
    public Content get(URI address, Resource resource, Map<String, String> headers) throws IOException {
        throw new OriginException(
                "not asked because of --offline",
                "leave out --offline, or use a folder with the releases as source",
                null);
    }
}
