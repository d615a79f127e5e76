package cco.publisher.delta;

import java.io.IOException;

/** A delta needs more memory than cco has, so users download the archive. */
final class OversizedDeltaException extends IOException {

    private static final long serialVersionUID = 1L;
}
