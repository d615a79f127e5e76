package cco.api;

/** A verifier's answer. There is no third: what is not accepted is rejected. */
public sealed interface Verdict {

    /**
     * The artifact may be used.
     *
     * @param evidence what convinced the verifier, for the log
     */
    record Accepted(String evidence) implements Verdict {}

    /**
     * The artifact must not be used.
     *
     * @param reason shown to the user: lower case, no full stop
     */
    record Rejected(String reason) implements Verdict {}
}
