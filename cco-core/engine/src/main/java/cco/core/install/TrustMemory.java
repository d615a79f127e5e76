package cco.core.install;

import cco.core.disk.StateWriter;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.LastAccepted;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The memory of an app's source between runs: the last accepted manifest, and the random id for rollouts.
 *
 * <p>The id is not a secret, and never leaves the machine.
 */
public final class TrustMemory {

    /** The id of machines that cannot store one: they all share one position in a rollout. */
    private static final UUID SHARED_ID = new UUID(0, 0);

    private final AppHome home;
    private final StateWriter writer;

    private TrustMemory(AppHome home, StateWriter writer) {
        this.home = home;
        this.writer = writer;
    }

    /** Opens the memory of the locked app. */
    public TrustMemory(AppLock lock, StateWriter writer) {
        this(lock.home(), writer);
    }

    /** Opens the memory of an app read-only; it silently ignores changes. */
    public static TrustMemory readOnly(AppHome home) {
        return new TrustMemory(home, StateWriter.NEVER);
    }

    /** The memory for a check without the lock, whose writer writes later, under the lock. */
    public static TrustMemory deferred(AppHome home, StateWriter writer) {
        return new TrustMemory(home, writer);
    }

    /**
     * Reads the last accepted manifest; empty before the first one, or after the user has removed the file.
     *
     * @throws InstallException if the file cannot be read; going on without it would admit an old manifest
     */
    public Optional<LastAccepted> read() throws InstallException {
        try {
            Optional<JsonObject> document = StateFile.read(home.memory());
            return document.isEmpty() ? Optional.empty() : Optional.of(accepted(document.get()));
        } catch (JsonException | IOException e) {
            throw InstallErrors.of(
                    "cannot read the last accepted state of " + home.app() + ", " + home.memory(),
                    e,
                    "remove the file, and cco accepts the next manifest with any serial number");
        }
    }

    /** Remembers an accepted manifest. The trust mode has decided that it may replace the previous one. */
    public void remember(LastAccepted accepted) throws InstallException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("serial", accepted.serial());
        members.put("accepted_at", accepted.acceptedAt().toString());
        try {
            writer.write(home.memory(), StateFile.bytes(members));
        } catch (IOException e) {
            throw unwritable("the accepted state of " + home.app(), e);
        }
    }

    /** Returns the random id, creating it once. A damaged file is replaced, because only the position in a rollout
     * depends on it. */
    public UUID rolloutId() throws InstallException {
        try {
            return UUID.fromString(Files.readString(home.rolloutId()).strip());
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException noId) {
            return newRolloutId();
        } catch (IOException e) {
            throw InstallErrors.of("cannot read " + home.rolloutId(), e, "remove the file, and cco creates a new one");
        }
    }

    private UUID newRolloutId() throws InstallException {
        UUID id = UUID.randomUUID();
        try {
            return writer.write(home.rolloutId(), (id + "\n").getBytes(StandardCharsets.UTF_8)) ? id : SHARED_ID;
        } catch (IOException e) {
            throw unwritable("the rollout id of " + home.app(), e);
        }
    }

    private InstallException unwritable(String what, IOException e) {
        return InstallErrors.of(
                "cannot record " + what, e, "check the free space and the permissions of " + home.state());
    }

    private static LastAccepted accepted(JsonObject document) throws JsonException {
        return new LastAccepted(
                document.whole("serial"),
                document.optionalInstant("accepted_at")
                        .orElseThrow(() -> document.refuse("accepted_at", "a date and time")));
    }
}
