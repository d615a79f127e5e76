package cco.core.schedule;

/**
 * What the last check found, such as an available release, a withdrawn installed version or a refused update.
 *
 * @param subject identifies the status, such as {@code available 1.1.0}; the same one is not shown again for a week
 * @param notice the text for the user
 */
public record CheckStatus(String subject, Notice notice) {}
