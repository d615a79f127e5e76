package cco.core.http;

import cco.api.Content;
import cco.api.OriginException;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The transport for {@code --offline}. Folders still work as sources, since they need no transport. */
public final class OfflineTransport implements Transport {

    @Override
    public Content get(URI address, Resource resource, Map<String, String> headers) throws IOException {
        throw new OriginException(
                "not requested, because of --offline", "omit --offline, or use a folder as the source", null);
    }
}
