package cco.verifier.gpg;

/** A signature or a keyring that is refused; the message is for the user: lower case, no full stop. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason);
    }

    RefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
