package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Printable;
import cco.core.model.Quarantined;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An app's {@code quarantine.json} in its state folder: the versions that did not work on this machine. */
public final class QuarantineFile {

    private static final String VERSIONS = "versions";

    private final AppHome home;
    private final Path file;

    /** The quarantine of an app. */
    public QuarantineFile(AppHome home) {
        this.home = home;
        this.file = home.quarantine();
    }

    /** Reads the quarantine. A damaged file counts as empty: the worst that follows is one more failed attempt. */
    public SortedMap<Version, Quarantined> read() throws InstallException {
        SortedMap<Version, Quarantined> versions = new TreeMap<>();
        try {
            JsonObject document = StateFile.read(file).orElse(null);
            if (document != null) {
                JsonObject members = document.object(VERSIONS);
                for (String name : members.names()) {
                    Quarantined entry = entry(Version.of(name), members.object(name));
                    versions.put(entry.version(), entry);
                }
            }
            return versions;
        } catch (JsonException | IllegalArgumentException damaged) {
            return new TreeMap<>();
        } catch (IOException e) {
            throw InstallErrors.of("cannot read the quarantine " + file, e, "make the file readable, or remove it");
        }
    }

    /** Adds a version, or replaces its entry. The caller has locked the app. */
    public void add(Quarantined failed) throws InstallException {
        SortedMap<Version, Quarantined> versions = read();
        versions.put(failed.version(), failed);
        write(versions.values());
    }

    /** Removes a version that has started after all. The caller has locked the app. */
    public void remove(Version version) throws InstallException {
        SortedMap<Version, Quarantined> versions = read();
        if (versions.remove(version) != null) {
            write(versions.values());
        }
    }

    private void write(Collection<Quarantined> versions) throws InstallException {
        try {
            if (versions.isEmpty()) {
                Files.deleteIfExists(file);
                DurableFiles.syncDirectory(home.state());
                return;
            }
            Map<String, Object> members = new LinkedHashMap<>();
            versions.forEach(entry -> members.put(entry.version().toString(), members(entry)));
            StateFile.write(file, Map.of(VERSIONS, members));
        } catch (IOException e) {
            throw InstallErrors.of(
                    "cannot write the quarantine " + file, e, "check the free space and the permissions there");
        }
    }

    private static Map<String, Object> members(Quarantined entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sha256", entry.sha256().hex());
        members.put("since", entry.since().toString());
        members.put("reason", entry.reason());
        return members;
    }

    private static Quarantined entry(Version version, JsonObject members) throws JsonException {
        return new Quarantined(
                version,
                StateFile.parsed(members, "sha256", Sha256::new, "64 hexadecimal digits"),
                members.optionalInstant("since").orElseThrow(() -> members.refuse("since", "a date and time")),
                Printable.of(members.text("reason")));
    }
}
