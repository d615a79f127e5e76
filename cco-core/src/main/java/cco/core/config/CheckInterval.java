package cco.core.config;

import java.util.Locale;

/** How often cco looks for updates by itself. */
public enum CheckInterval {
    DAILY,
    WEEKLY,
    NEVER;

    /** As the configuration writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
