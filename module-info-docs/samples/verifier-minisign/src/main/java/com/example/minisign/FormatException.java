package com.example.minisign;

/** A key or signature that is not in the format of minisign. */
final class FormatException extends Exception {

    private static final long serialVersionUID = 1;

    FormatException(String message) {
        super(message);
    }
}
