package cco.publisher.serve;

import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web server for one release repository, for testing on this machine.
 *
 * <p>It supports GET, HEAD, single ranges and strong entity tags, and listens on a loopback address only. It never
 * writes, never lists a folder, and never serves a file outside its folder.
 */
public final class MirrorServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final HttpServer server;
    private final ExecutorService workers;

    /**
     * Starts to serve.
     *
     * @param folder the release repository
     * @param port the port to listen on; 0 for any free port
     * @throws UsageException if the folder does not exist or the port is in use
     */
    public MirrorServer(Path folder, int port) throws UsageException {
        StaticFiles files;
        try {
            files = new StaticFiles(folder);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot serve " + folder + ": " + IoReason.brief(e), "name a folder that exists", e);
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(HOST), port), 0);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot listen on port " + port + ": " + IoReason.brief(e), "name another port", e);
        }
        workers = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("cco-mirror-", 0).factory());
        server.setExecutor(workers);
        server.createContext("/", files);
        server.start();
    }

    /** {@return the base address, without a trailing slash} */
    public URI address() {
        return URI.create("http://" + HOST + ":" + server.getAddress().getPort());
    }

    /** Stops the server and its open connections. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
