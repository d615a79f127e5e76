package com.example.minisign;

/** A key or a signature that is not what minisign writes. */
final class FormatException extends Exception {

    private static final long serialVersionUID = 1;

    FormatException(String message) {
        super(message);
    }
}
