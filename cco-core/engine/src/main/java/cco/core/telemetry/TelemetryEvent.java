package cco.core.telemetry;

import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that is ever told (docs/formats.md §13): no name of an app, of a source or of a user, no time of day, no number
 * that two reports of one machine have in common.
 *
 * @param version the version of the running cco
 * @param platform what that runs on
 * @param channel which stream of releases was followed
 * @param happening what happened
 * @param date the day, in UTC
 */
public record TelemetryEvent(Version version, Platform platform, Channel channel, EventType happening, LocalDate date) {

    /** A channel that one publisher has thought of could tell whose program somebody uses. */
    private static final List<String> COMMON_CHANNELS = List.of("stable", "beta", "nightly");

    private static final String OTHER_CHANNEL = "other";

    private static final String LINE = "\\{\"version\":\"[0-9A-Za-z.+-]{5,64}\",\"platform\":\"[a-z0-9_-]{1,63}\","
            + "\"channel\":\"(" + String.join("|", COMMON_CHANNELS) + "|" + OTHER_CHANNEL + ")\","
            + "\"event\":\"("
            + Arrays.stream(EventType.values()).map(EventType::toString).collect(Collectors.joining("|"))
            + ")\",\"date\":\"[0-9]{4}-[0-9]{2}-[0-9]{2}\"}";

    /** The report as it is kept and sent: one JSON object on one line, without the newline. */
    String line() {
        String told = COMMON_CHANNELS.contains(channel.value()) ? channel.value() : OTHER_CHANNEL;
        return "{\"version\":\"%s\",\"platform\":\"%s\",\"channel\":\"%s\",\"event\":\"%s\",\"date\":\"%s\"}"
                .formatted(version, platform, told, happening, date);
    }

    /** Whether a line is a report and nothing else. */
    static boolean isLine(String line) {
        return line.matches(LINE);
    }
}
