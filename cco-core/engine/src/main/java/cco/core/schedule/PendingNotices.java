package cco.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The notices that the next command will show. Immutable: each change returns a new value.
 *
 * @param news what happened; kept until it is shown
 * @param status what the last check found; replaced by the next check
 * @param lastShown the status that the user saw last
 */
public record PendingNotices(Optional<Notice> news, Optional<CheckStatus> status, Optional<Shown> lastShown) {

    /** No notices. */
    public static final PendingNotices EMPTY = new PendingNotices(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Duration SHOW_AGAIN = Duration.ofDays(7);

    /**
     * A status that the user has seen.
     *
     * @param subject the subject of the status
     * @param at when it was shown
     */
    public record Shown(String subject, Instant at) {}

    /**
     * Adds news after earlier news.
     *
     * @param happened the report to add
     * @return the changed notices
     */
    public PendingNotices with(Notice happened) {
        Notice all = news.isPresent() ? news.get().and(happened) : happened;
        return new PendingNotices(Optional.of(all), status, lastShown);
    }

    /**
     * Replaces the status, unless the user has seen the same one within the last seven days.
     *
     * @param found the result to add
     * @param now the current time
     * @return the changed notices
     */
    public PendingNotices with(CheckStatus found, Instant now) {
        boolean known = lastShown.isPresent()
                && lastShown.get().subject().equals(found.subject())
                && now.isBefore(lastShown.get().at().plus(SHOW_AGAIN));
        return new PendingNotices(news, known ? Optional.empty() : Optional.of(found), lastShown);
    }

    /**
     * Removes the status, which a new check has made obsolete.
     *
     * @return the remaining notices
     */
    public PendingNotices withoutStatus() {
        return new PendingNotices(news, Optional.empty(), lastShown);
    }

    /** {@return the news and the status in one notice} */
    public Optional<Notice> notice() {
        if (status.isEmpty()) {
            return news;
        }
        Notice found = status.get().notice();
        return Optional.of(news.isPresent() ? news.get().and(found) : found);
    }

    /**
     * {@return the notices after all of them were shown}
     *
     * @param now the current time
     */
    public PendingNotices markShown(Instant now) {
        return status.isPresent()
                ? new PendingNotices(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Shown(status.get().subject(), now)))
                : new PendingNotices(Optional.empty(), Optional.empty(), lastShown);
    }
}
