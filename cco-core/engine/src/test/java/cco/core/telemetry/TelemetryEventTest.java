package cco.core.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TelemetryEventTest {

    private static TelemetryEvent report(String version, String channel, EventType happening) {
        return new TelemetryEvent(
                Version.of(version),
                new Platform("linux-x86_64"),
                new Channel(channel),
                happening,
                LocalDate.of(2026, 1, 31));
    }

    @Test
    void event_isFiveWordsOnALine() {
        assertEquals(
                "{\"version\":\"0.1.0\",\"platform\":\"linux-x86_64\",\"channel\":\"stable\","
                        + "\"event\":\"failed-4\",\"date\":\"2026-01-31\"}",
                report("0.1.0", "stable", EventType.VERIFICATION_FAILED).line());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEvent_isRecognized(EventType happening) {
        assertTrue(TelemetryEvent.isLine(
                report("1.0.0-beta.1+linux", "beta", happening).line()));
    }

    @ParameterizedTest
    @CsvSource({"stable,stable", "beta,beta", "nightly,nightly", "acme-corp,other", "beta2,other", "other,other"})
    void customChannel_isNotNamed(String channel, String told) {
        assertTrue(report("1.0.0", channel, EventType.UPDATED).line().contains("\"channel\":\"" + told + "\""));
    }
}
