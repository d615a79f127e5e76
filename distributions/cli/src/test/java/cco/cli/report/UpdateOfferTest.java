package cco.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.console.Screen;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateOfferTest {

    private static final AppName APP = new AppName("hello");

    private static Release release(String version, Optional<String> notes, boolean urgent) {
        return new Release(
                Version.of(version),
                Instant.parse("2026-01-31T10:00:00Z"),
                Map.of(),
                notes,
                urgent,
                urgent,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static UpdateOffer offer(String from, String to) {
        return new UpdateOffer(
                APP,
                Optional.of(Version.of(from)),
                release(to, Optional.empty(), false),
                Optional.empty(),
                999,
                Optional.empty());
    }

    @Test
    void availableUpdate_showsAllDetails() {
        UpdateOffer offer = new UpdateOffer(
                APP,
                Optional.of(Version.of("1.0.0")),
                release("2.0.0", Optional.of("https://example.com/notes"), true),
                Optional.of(Channel.STABLE),
                20_123_456,
                Optional.empty());
        assertEquals("""
                hello 2.0.0 is available (installed: 1.0.0)
                  channel:   stable
                  released:  2026-01-31
                  download:  20.1 MB
                  notes:     https://example.com/notes
                  breaking:  yes, read the release notes first
                  critical:  yes, the publisher asks you to update now
                """, String.join("\n", offer.available()) + "\n");
    }

    @Test
    void plan_saysUpdateOrDowngrade() {
        assertEquals(
                "would update hello from 1.0.0 to 1.1.0",
                offer("1.0.0", "1.1.0").planned().getFirst());
        assertEquals(
                "would downgrade hello from 1.1.0 to 1.0.0",
                offer("1.1.0", "1.0.0").planned().getFirst());
        UpdateOffer first = new UpdateOffer(
                APP,
                Optional.empty(),
                release("1.0.0", Optional.empty(), false),
                Optional.empty(),
                1,
                Optional.empty());
        assertEquals("would install hello 1.0.0", first.planned().getFirst());
        assertEquals("hello 1.0.0 is available", first.available().getFirst());
    }

    @Test
    void question_namesADowngrade() {
        assertEquals("install it now?", offer("1.0.0", "1.1.0").question());
        assertEquals("install this older version?", offer("1.1.0", "1.0.0").question());
    }

    @Test
    void event_hasTypedMembers() throws JsonException {
        Screen screen = new Screen();
        screen.json().event(offer("1.0.0", "1.1.0").event("available"));
        JsonObject event = screen.events().getFirst();
        assertEquals("available", event.text("event"));
        assertEquals("1.1.0", event.text("to"));
        assertEquals(999, event.whole("size"));
        assertEquals(Optional.of(Instant.parse("2026-01-31T10:00:00Z")), event.optionalInstant("date"));
        assertTrue(event.names().contains("breaking") && !event.flag("breaking"));
        assertTrue(event.optionalText("channel").isEmpty());
    }
}
