package cco.core.schedule;

/**
 * How things stand since the last check, for as long as they stand so: a release is available, the installed one was
 * withdrawn, an update was refused.
 *
 * @param subject what makes two findings the same for a user who was told of one, such as {@code available 1.1.0}
 * @param notice the words for it
 */
public record CheckStatus(String subject, Notice notice) {}
