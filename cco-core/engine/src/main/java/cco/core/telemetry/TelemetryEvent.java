package cco.core.telemetry;

import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One usage figure (docs/formats.md §13). It names no app, source or user, has no time of day, and no identifier that
 * two events of one machine share.
 *
 * @param version the version of the running cco
 * @param platform the platform of the running cco
 * @param channel the release channel
 * @param type what happened
 * @param date the day, in UTC
 */
public record TelemetryEvent(Version version, Platform platform, Channel channel, EventType type, LocalDate date) {

    /** The name of any other channel could reveal which program is in use. */
    private static final List<String> COMMON_CHANNELS = List.of("stable", "beta", "nightly");

    private static final String OTHER_CHANNEL = "other";

    private static final String LINE = "\\{\"version\":\"[0-9A-Za-z.+-]{5,64}\",\"platform\":\"[a-z0-9_-]{1,63}\","
            + "\"channel\":\"(" + String.join("|", COMMON_CHANNELS) + "|" + OTHER_CHANNEL + ")\","
            + "\"event\":\"("
            + Arrays.stream(EventType.values()).map(EventType::toString).collect(Collectors.joining("|"))
            + ")\",\"date\":\"[0-9]{4}-[0-9]{2}-[0-9]{2}\"}";

    /** The JSON object of the event, without a line break. */
    String line() {
        String reported = COMMON_CHANNELS.contains(channel.value()) ? channel.value() : OTHER_CHANNEL;
        return "{\"version\":\"%s\",\"platform\":\"%s\",\"channel\":\"%s\",\"event\":\"%s\",\"date\":\"%s\"}"
                .formatted(version, platform, reported, type, date);
    }

    /** Whether a line is exactly one event. */
    static boolean isLine(String line) {
        return line.matches(LINE);
    }
}
