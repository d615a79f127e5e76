package cco.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the next command is to tell. Pure: a change yields another one.
 *
 * @param news what happened: it stays until it is told
 * @param finding how things stand: a later check overtakes it
 * @param told the finding that was told last
 */
public record PendingNotices(Optional<Notice> news, Optional<CheckStatus> finding, Optional<Told> told) {

    /** Nothing to tell, and nothing told. */
    public static final PendingNotices EMPTY = new PendingNotices(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Duration TOLD_AGAIN = Duration.ofDays(7);

    /**
     * What the user knows.
     *
     * @param subject of the finding
     * @param at when it was told
     */
    public record Told(String subject, Instant at) {}

    /** With something that happened, behind what has happened before. */
    public PendingNotices with(Notice happened) {
        Notice all = news.isPresent() ? news.get().and(happened) : happened;
        return new PendingNotices(Optional.of(all), finding, told);
    }

    /** With how things stand now, unless the user was told of it in the last seven days. */
    public PendingNotices with(CheckStatus found, Instant now) {
        boolean known = told.isPresent()
                && told.get().subject().equals(found.subject())
                && now.isBefore(told.get().at().plus(TOLD_AGAIN));
        return new PendingNotices(news, known ? Optional.empty() : Optional.of(found), told);
    }

    /** After things have been looked at anew. */
    public PendingNotices withoutFinding() {
        return new PendingNotices(news, Optional.empty(), told);
    }

    /** All that is to be told. */
    public Optional<Notice> notice() {
        if (finding.isEmpty()) {
            return news;
        }
        Notice found = finding.get().notice();
        return Optional.of(news.isPresent() ? news.get().and(found) : found);
    }

    /** After it was told. */
    public PendingNotices emptied(Instant now) {
        return finding.isPresent()
                ? new PendingNotices(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Told(finding.get().subject(), now)))
                : new PendingNotices(Optional.empty(), Optional.empty(), told);
    }
}
