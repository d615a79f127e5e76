package cco.core.model;

/**
 * The reason why a command does not start the current version of its app.
 *
 * @param text the reason, in lower case without a full stop
 * @param hint the next step for the user
 */
public record CommandProblem(String text, String hint) {}
