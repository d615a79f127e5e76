package cco.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Remembers why a write failed, because a PrintStream remembers only that it failed. */
final class FailureRecordingStream extends FilterOutputStream {

    private IOException failure;

    FailureRecordingStream(OutputStream stream) {
        super(stream);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
            out.flush();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Why a write failed; empty if the reader closed the pipe, which is not an error. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure).filter(reason -> !isBrokenPipe(reason));
    }

    /** Only the message of the system tells; it contains this word in most languages. */
    private static boolean isBrokenPipe(IOException reason) {
        return String.valueOf(reason.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
