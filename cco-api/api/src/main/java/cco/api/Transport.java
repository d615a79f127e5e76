package cco.api;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * The host's HTTP client for sources.
 *
 * <p>It handles proxies, certificates, redirects, timeouts and the minimum transfer rate.
 */
public interface Transport {

    /**
     * Sends a GET request for a file or the rest of a file.
     *
     * @param address an https address, or an http address of this machine
     * @param resource supplies the offset and the validator; its path is ignored
     * @param headers additional headers, sent only to the host of the address and never after a redirect to another
     * @return the content, to be closed by the caller
     * @throws java.nio.file.NoSuchFileException on 404 and 410; its cause is a {@link HttpStatusException}
     * @throws java.nio.file.AccessDeniedException on 403, which some stores return for a missing file; its cause is a
     *     {@link HttpStatusException}
     * @throws HttpStatusException on every other status except 200 and 206
     * @throws IOException if the server does not answer in time
     */
    Content get(URI address, Resource resource, Map<String, String> headers) throws IOException;

    /**
     * Shows the user a notice about a problem that stops nothing, such as a refused token. A host may ignore it.
     *
     * @param message lower case, no full stop, nothing secret
     */
    default void notice(String message) {}

    /**
     * Returns whether a host is this machine, so that plain http is allowed.
     *
     * <p>That holds for {@code localhost}, {@code 127.0.0.0/8} and {@code [::1]}; no name is resolved.
     *
     * @param host the host as {@link URI#getHost} returns it
     * @return whether it is this machine
     */
    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    }
}
