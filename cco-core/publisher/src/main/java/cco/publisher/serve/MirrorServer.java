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
 * Serves a release repository on a loopback address, for trying out: GET and HEAD, single ranges, strong tags. It never
 * writes, never lists a folder, and never serves a file outside its folder, nor to another machine.
 */
public final class MirrorServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final HttpServer server;
    private final ExecutorService workers;

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @throws UsageException if the folder does not exist or the port is taken
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

    /** The base address, without a slash at its end. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + server.getAddress().getPort());
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
