package cco.core.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How often cco checks for updates in the background. */
public enum CheckInterval {
    /** Once a day. */
    DAILY,
    /** Once a week. */
    WEEKLY,
    /** Never. */
    NEVER;

    /** {@return the time between two checks; empty if there are none} */
    public Optional<Duration> duration() {
        return switch (this) {
            case DAILY -> Optional.of(Duration.ofDays(1));
            case WEEKLY -> Optional.of(Duration.ofDays(7));
            case NEVER -> Optional.empty();
        };
    }

    /** As the configuration writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
