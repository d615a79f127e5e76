package cco.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** A stream below a PrintStream, which would itself remember only that something could not be written, but not why. */
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

    /** Why something is not where it was to go; nothing if its reader has gone away, since nobody misses it then. */
    Optional<IOException> loss() {
        return Optional.ofNullable(failure).filter(reason -> !isBrokenPipe(reason));
    }

    /** Only the system's text tells, which has this word in most languages. */
    private static boolean isBrokenPipe(IOException reason) {
        return String.valueOf(reason.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
