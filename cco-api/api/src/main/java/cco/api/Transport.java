package cco.api;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * The host's one HTTP stack, lent to sources: proxy, certificates, redirects, time limits and the smallest tolerable
 * rate are settled in it.
 */
public interface Transport {

    /**
     * Sends a GET for the resource's range.
     *
     * @param address https, or http on a loopback address
     * @param resource only its offset and validator are used
     * @param headers sent to the address's own host alone; none of them follows a redirect to another
     * @throws java.nio.file.NoSuchFileException on 404 and 410; its cause is a {@link HttpStatusException}
     * @throws java.nio.file.AccessDeniedException on 403, which some stores answer for a file that is not there; its
     *     cause is a {@link HttpStatusException}
     * @throws HttpStatusException on any other answer but 200 and 206
     * @throws IOException when no answer comes in time
     */
    Content get(URI address, Resource resource, Map<String, String> headers) throws IOException;
}
