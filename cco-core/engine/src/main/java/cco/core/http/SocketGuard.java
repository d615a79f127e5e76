package cco.core.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** The socket that a request currently uses, so that another thread can abort the request. */
final class SocketGuard {

    private final AtomicReference<Closeable> current = new AtomicReference<>();
    private volatile boolean aborted;

    /** Replaces the socket, and closes it at once if the request has been aborted. */
    <T extends Closeable> T watch(T socket) {
        current.set(socket);
        if (aborted) {
            quietly(socket);
        }
        return socket;
    }

    /** Leaves the socket open when the request ends. */
    void release() {
        current.set(null);
    }

    /** Ends the request. */
    void abort() {
        aborted = true;
        Closeable socket = current.get();
        if (socket != null) {
            quietly(socket);
        }
    }

    /** Closes a socket whose fate no longer matters. */
    static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // There is nothing to save.
        }
    }
}
