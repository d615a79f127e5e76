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
 * What is remembered of an app's source from one run to the next: the newest manifest that was accepted, and the random
 * id that decides about roll-outs. It is no secret, and it never leaves the machine.
 */
public final class TrustMemory {

    /** Where nothing can be recorded, all such machines are in one place of a roll-out. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final AppHome home;
    private final StateWriter keeper;

    private TrustMemory(AppHome home, StateWriter keeper) {
        this.home = home;
        this.keeper = keeper;
    }

    /** The memory of the app that is locked. */
    public TrustMemory(AppLock lock, StateWriter keeper) {
        this(lock.home(), keeper);
    }

    /** The memory of an app that is only looked at: it never changes, and tells no error for it. */
    public static TrustMemory readOnly(AppHome home) {
        return new TrustMemory(home, StateWriter.NEVER);
    }

    /** The memory for a check without the lock, whose writer writes later, under the lock. */
    public static TrustMemory deferred(AppHome home, StateWriter writer) {
        return new TrustMemory(home, writer);
    }

    /**
     * What was accepted last; nothing before the first time, or after the user has removed the file.
     *
     * @throws InstallException if the file cannot be read: to go on without it would let an old manifest in
     */
    public Optional<LastAccepted> read() throws InstallException {
        try {
            Optional<JsonObject> document = StateFile.read(home.memory());
            return document.isEmpty() ? Optional.empty() : Optional.of(accepted(document.get()));
        } catch (JsonException | IOException e) {
            throw InstallErrors.of(
                    "cannot read what was seen of " + home.app() + " before, " + home.memory(),
                    e,
                    "remove the file, and the next manifest is taken whatever its serial number");
        }
    }

    /** Remembers an accepted manifest, durably. Whether it may replace the one before is the trust mode's to say. */
    public void remember(LastAccepted accepted) throws InstallException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("serial", accepted.serial());
        members.put("accepted_at", accepted.acceptedAt().toString());
        try {
            keeper.keep(home.memory(), StateFile.bytes(members));
        } catch (IOException e) {
            throw unwritable("what was seen of " + home.app(), e);
        }
    }

    /** A random id, made once. A file that holds none is replaced: nothing but the place in a roll-out hangs on it. */
    public UUID rolloutId() throws InstallException {
        try {
            return UUID.fromString(Files.readString(home.rolloutId()).strip());
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException noneYet) {
            return newRolloutId();
        } catch (IOException e) {
            throw InstallErrors.of("cannot read " + home.rolloutId(), e, "remove the file, and a new one is made");
        }
    }

    private UUID newRolloutId() throws InstallException {
        UUID id = UUID.randomUUID();
        try {
            return keeper.keep(home.rolloutId(), (id + "\n").getBytes(StandardCharsets.UTF_8)) ? id : NOBODY;
        } catch (IOException e) {
            throw unwritable("the roll-out id of " + home.app(), e);
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
