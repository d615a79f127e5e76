package cco.publisher.upload;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteStateTest {

    private static final RemoteState NOTHING = new RemoteState(Optional.empty(), Optional.empty());

    /** A state with a version 1.0.0, whose archive has the digest of 64 times this digit. */
    private static RemoteState state(int serial, int timestamp, String digit) {
        String manifest = """
                {"schema": 1, "app": "hello", "serial": %d, "latest": {"stable": "1.0.0"}, "versions": {"1.0.0": {
                "date": "2026-01-15T10:00:00Z", "platforms": {"linux-x86_64": {
                "url": "v1.0.0/hello.tar.gz", "sha256": "%s", "size": 1}}}}}
                """.formatted(serial, digit.repeat(64));
        return new RemoteState(Optional.of(bytes(manifest)), Optional.of(timestamp(timestamp)));
    }

    private static byte[] timestamp(int version) {
        return bytes("{\"signed\": {\"version\": %d}}".formatted(version));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(RemoteState there, RemoteState here, String reason) {
        UsageException refusal = assertThrows(UsageException.class, () -> there.requireBefore(here, "the place"));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void earlierState_isReplaced() {
        assertDoesNotThrow(() -> NOTHING.requireBefore(state(1, 1, "a"), "the place"));
        assertDoesNotThrow(() -> state(1, 1, "a").requireBefore(state(2, 2, "a"), "the place"));
        assertDoesNotThrow(() -> state(1, 1, "a").requireBefore(state(1, 1, "a"), "the place"));
    }

    @Test
    void laterState_isKept() {
        refused(state(1, 2, "a"), state(1, 1, "a"), "timestamp 2");
        refused(state(2, 1, "a"), state(1, 2, "a"), "manifest 2");
    }

    @Test
    void stateOfSomeoneElse_isKept() {
        RemoteState here = state(2, 2, "a");
        refused(
                new RemoteState(here.manifest(), Optional.of(bytes("{\"signed\":{\"version\":2}}"))),
                here,
                "timestamp 2");
        refused(state(2, 1, "b"), here, "manifest 2");
        refused(state(1, 1, "b"), here, "has another hello 1.0.0 for linux-x86_64");
    }

    @Test
    void signedPlace_isNotReplacedByUnsignedFiles() {
        refused(
                state(1, 1, "a"),
                new RemoteState(state(2, 1, "a").manifest(), Optional.empty()),
                "has signed metadata");
    }

    @Test
    void otherApp_isRefused() {
        String manifest = new String(state(1, 1, "a").manifest().orElseThrow(), StandardCharsets.UTF_8);
        byte[] other = bytes(manifest.replace("\"hello\"", "\"other\""));
        refused(new RemoteState(Optional.of(other), Optional.empty()), state(2, 2, "a"), "holds releases of other");
    }
}
