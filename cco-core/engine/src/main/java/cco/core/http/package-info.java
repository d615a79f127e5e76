/**
 * The HTTP client: addresses and redirects, connections, proxies, certificates, logins, ranges, retries and time
 * limits.
 *
 * <p>{@link cco.core.http.HttpTransport} sends a request. {@code Connector} opens its connection: {@code Dialer} tries
 * the addresses of a host, {@code ProxyServer} and {@code SocksTunnel} lead through a proxy, and {@code TlsSockets}
 * checks the certificate. {@code HttpConnection}, {@code ResponseHead} and {@code ChunkedStream} speak HTTP/1.1, {@code
 * ConnectionPool} keeps connections open, and {@link cco.core.http.RetryPolicy} decides what to repeat. No other
 * package of the engine opens a connection.
 */
package cco.core.http;
