package cco.core.http;

import java.io.IOException;

/** A connection ended too early, so the same request may succeed on another one. */
public final class BrokenConnectionException extends IOException {

    private static final long serialVersionUID = 1;

    public BrokenConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
