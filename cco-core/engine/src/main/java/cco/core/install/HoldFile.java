package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Hold;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An app's {@code hold.json} in its state folder. Reading needs no lock; the file is always replaced as a whole. */
public final class HoldFile {

    private final AppHome home;
    private final Path file;

    /** The hold of an app. */
    public HoldFile(AppHome home) {
        this.home = home;
        this.file = home.hold();
    }

    /**
     * Reads the hold of the current version; nothing if the app is not held.
     *
     * <p>A hold of another version has ended: the user has since changed the version with a cco that knows no holds.
     *
     * @param current the current version; nothing for a new app
     * @throws InstallException if the file cannot be read: without it, an update would undo the user's decision
     */
    public Optional<Hold> read(Optional<Version> current) throws InstallException {
        try {
            Optional<JsonObject> document = StateFile.read(file);
            return document.isEmpty()
                    ? Optional.empty()
                    : Optional.of(hold(document.get())).filter(hold -> current.equals(Optional.of(hold.version())));
        } catch (JsonException | IOException e) {
            throw InstallErrors.of(
                    "cannot read the hold " + file, e, "run `cco unhold " + home.app() + "`, then hold the app again");
        }
    }

    /** Writes a hold in the place of an earlier one. The caller has locked the app. */
    public void write(Hold hold) throws InstallException {
        try {
            StateFile.write(file, members(hold));
        } catch (IOException e) {
            throw InstallErrors.of(
                    "cannot hold " + home.app(),
                    e,
                    "check the free space and the permissions of " + home.state() + ", then run `cco hold " + home.app()
                            + "`");
        }
    }

    /** Writes a hold that the user did not ask for by name, and tells how to end it. The caller has locked the app. */
    public void write(Hold hold, ProgressListener listener) throws InstallException {
        write(hold);
        listener.notice(home.app() + " stays at " + hold.version() + " until you run `cco unhold " + home.app() + "`");
    }

    /**
     * Ends the hold. The caller has locked the app.
     *
     * @return whether there was one
     */
    public boolean delete() throws InstallException {
        try {
            boolean existed = Files.deleteIfExists(file);
            if (existed) {
                DurableFiles.syncDirectory(home.state());
            }
            return existed;
        } catch (IOException e) {
            throw InstallErrors.of("cannot end the hold of " + home.app(), e, "check the permissions of " + file);
        }
    }

    static Map<String, Object> members(Hold hold) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", hold.version().toString());
        members.put("since", hold.since().toString());
        members.put("cause", hold.cause().toString());
        return members;
    }

    static Hold hold(JsonObject document) throws JsonException {
        return new Hold(
                StateFile.parsed(document, "version", Version::of, "a version"),
                document.optionalInstant("since").orElseThrow(() -> document.refuse("since", "a date and time")),
                StateFile.parsed(
                        document,
                        "cause",
                        text -> Hold.Cause.valueOf(text.toUpperCase(Locale.ROOT)),
                        "request, rollback or version"));
    }
}
