package cco.api;

/** The answer of a verifier: accepted or rejected. */
public sealed interface Verdict {

    /**
     * The artifact may be used.
     *
     * @param evidence the reason, for the log
     */
    record Accepted(String evidence) implements Verdict {}

    /**
     * The artifact must not be used.
     *
     * @param reason the reason for the user, in lower case and without a full stop
     */
    record Rejected(String reason) implements Verdict {}
}
