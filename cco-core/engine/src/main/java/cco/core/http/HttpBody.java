package cco.core.http;

import cco.core.disk.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * The body of an answer. It says how far it came when it fails, and closes the connection when it is left early, rather
 * than letting the rest be read in the background.
 */
final class HttpBody extends InputStream {

    private final HttpURLConnection connection;
    private final InputStream stream;
    private final Duration timeout;
    private long read;
    private boolean ended;

    HttpBody(HttpURLConnection connection, Duration timeout) throws IOException {
        this.connection = connection;
        this.stream = connection.getInputStream();
        this.timeout = timeout;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = stream.read(buffer, offset, length);
            read += Math.max(0, count);
            ended = count < 0;
            return count;
        } catch (SocketTimeoutException e) {
            throw new IOException("silent for " + Watchdog.seconds(timeout) + " after " + read + " bytes", e);
        } catch (IOException e) {
            throw new IOException("broke off after " + read + " bytes: " + IoReason.brief(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            stream.close();
        } else {
            connection.disconnect();
        }
    }
}
