package cco.core.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How often cco looks for updates by itself. */
public enum CheckInterval {
    DAILY,
    WEEKLY,
    NEVER;

    /** The time between two looks; nothing if there are none. */
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
