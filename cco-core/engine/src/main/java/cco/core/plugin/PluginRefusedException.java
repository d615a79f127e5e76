package cco.core.plugin;

/** Why a drop-in is not used: one clause, lower case, without its name. It never leaves this package. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    Refusal(String reason) {
        super(reason);
    }

    Refusal(String reason, Throwable cause) {
        super(reason, cause);
    }
}
