package cco.publisher.repository;

import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonText;
import cco.core.manifest.Archive;
import cco.core.manifest.Delta;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Changes a manifest. It works on the JSON tree that was read, so that unknown members survive. */
final class ManifestEditor {

    /** The start of a new repository's manifest. */
    static final byte[] EMPTY = "{\"latest\": {}, \"versions\": {}}".getBytes(StandardCharsets.UTF_8);

    private static final String CHANNELS = "channels";
    private static final String DEPRECATIONS = "deprecation_notices";

    private final Manifest published;
    private final Map<String, Object> before;
    private final Map<String, Object> root;

    private ManifestEditor(Manifest published, Map<String, Object> before) {
        this.published = published;
        this.before = before;
        this.root = copy(before);
    }

    /**
     * Reads the published manifest.
     *
     * @throws SourceException if clients would not accept it
     */
    static ManifestEditor of(UntrustedBytes document, AppName app) throws SourceException {
        Manifest published = ManifestReader.read(document, app);
        try {
            return new ManifestEditor(published, Json.parse(document.bytes()).asMap());
        } catch (JsonException e) {
            throw new AssertionError("the manifest's reader has parsed these bytes", e);
        }
    }

    /** The published manifest. */
    Manifest published() {
        return published;
    }

    /** Whether the manifest names its app. */
    boolean namesItsApp() {
        return root.get("app") != null;
    }

    /** Whether anything has changed. */
    boolean isChanged() {
        return !root.equals(before);
    }

    /** Describes a version; existing members stay, except for the notes. */
    void announce(Version version, ReleaseInfo announcement) {
        Map<String, Object> release = release(version);
        release.putIfAbsent(
                "date", announcement.date().truncatedTo(ChronoUnit.SECONDS).toString());
        announcement.notes().ifPresent(notes -> release.put("release_notes", notes));
        raise(release, "breaking_changes", announcement.breaking());
        raise(release, "critical", announcement.critical());
    }

    private static void raise(Map<String, Object> release, String name, boolean raised) {
        if (raised) {
            release.put(name, true);
        } else {
            release.putIfAbsent(name, false);
        }
    }

    /**
     * Adds a version's archive for a platform; existing members stay.
     *
     * @param base the prefix that turns paths into addresses; may be empty
     */
    void add(Version version, Platform platform, Archive archive, String base) {
        Map<String, Object> entry = child(child(release(version), "platforms"), platform.value());
        entry.putIfAbsent("url", base + archive.file().path());
        entry.putIfAbsent("sha256", archive.file().sha256().hex());
        entry.putIfAbsent("size", archive.file().size());
        archive.list().ifPresent(list -> {
            Map<String, Object> files = child(entry, "files");
            files.putIfAbsent("url", base + list.path());
            files.putIfAbsent("sha256", list.sha256().hex());
            files.putIfAbsent("size", list.size());
        });
    }

    /**
     * Says that a version belongs to channels. A version of an older manifest, which does not say where it belongs,
     * stays as it is.
     */
    void assign(Version version, Collection<Channel> channels) {
        Map<String, Object> release = release(version);
        boolean isNew = published.release(version).isEmpty();
        if (isNew || release.containsKey(CHANNELS)) {
            SortedSet<String> names = new TreeSet<>();
            if (release.get(CHANNELS) instanceof List<?> before) {
                before.forEach(name -> names.add((String) name));
            }
            channels.forEach(channel -> names.add(channel.value()));
            release.put(CHANNELS, List.copyOf(names));
        }
    }

    /** Adds a delta to a version's archive. */
    void addDelta(Version version, Platform platform, Delta delta) {
        Map<String, Object> entry = child(child(release(version), "platforms"), platform.value());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", delta.from().toString());
        json.putAll(described(delta.file()));
        list(entry, "deltas").add(json);
    }

    /** Adds an alternate to a version's archive. */
    void addAlternate(Version version, Platform platform, RepositoryFile file) {
        Map<String, Object> entry = child(child(release(version), "platforms"), platform.value());
        list(entry, "alternates").add(described(file));
    }

    private static Map<String, Object> described(RepositoryFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", file.path());
        json.put("sha256", file.sha256().hex());
        json.put("size", file.size());
        return json;
    }

    /** Points a channel at a version. */
    void point(Channel channel, Version version) {
        child(root, "latest").put(channel.value(), version.toString());
    }

    /** Offers a version to a share of all installations. An installation that was included before stays included. */
    void rollOut(Version version, long percent) {
        Map<String, Object> release = release(version);
        if (percent == 100) {
            release.remove("rollout");
        } else {
            Map<String, Object> rollout = child(release, "rollout");
            rollout.put("percent", percent);
            rollout.putIfAbsent("seed", version.toString());
        }
    }

    /** Withdraws a version. */
    void withdraw(Version version, String reason) {
        release(version).put("withdrawn", reason);
    }

    /** Allows a withdrawn version again. */
    void reinstate(Version version) {
        release(version).remove("withdrawn");
    }

    /** Shows a notice to users of a version. */
    void deprecate(Version version, String notice) {
        child(root, DEPRECATIONS).put(version.toString(), notice);
    }

    /** Stops showing a notice to users of a version. */
    void undeprecate(Version version) {
        if (root.get(DEPRECATIONS) != null) {
            child(root, DEPRECATIONS).remove(version.toString());
        }
    }

    /** The text of the changed manifest: the newest version first, the serial increased by one. */
    byte[] text() throws UsageException {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("schema", ManifestReader.SCHEMA);
        text.put("app", published.app().value());
        text.put("serial", nextSerial());
        root.forEach(text::putIfAbsent);
        Map<String, Object> versions = new LinkedHashMap<>();
        Map<String, Object> unordered = child(root, "versions");
        unordered.keySet().stream()
                .sorted(Comparator.comparing(Version::of).reversed())
                .forEach(version -> versions.put(version, unordered.get(version)));
        text.put("versions", versions);
        return JsonText.pretty(text).getBytes(StandardCharsets.UTF_8);
    }

    private long nextSerial() throws UsageException {
        long serial = published.serial().orElse(0);
        if (serial == Long.MAX_VALUE) {
            throw new UsageException(
                    "the manifest has the highest possible serial, " + serial,
                    "if someone else published it, replace your keys, "
                            + "and restore version-manifest.json from your own copy");
        }
        return serial + 1;
    }

    private Map<String, Object> release(Version version) {
        return child(child(root, "versions"), version.toString());
    }

    @SuppressWarnings("unchecked") // the manifest's reader has seen that these members are objects
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, absent -> new LinkedHashMap<>());
    }

    @SuppressWarnings("unchecked") // the manifest's reader has seen that this member is a list
    private static List<Object> list(Map<String, Object> parent, String name) {
        return (List<Object>) parent.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put((String) name, copyOf(value)));
        return copy;
    }

    private static Object copyOf(Object value) {
        return switch (value) {
            case Map<?, ?> map -> copy(map);
            case List<?> list -> {
                List<Object> elements = new ArrayList<>();
                list.forEach(element -> elements.add(copyOf(element)));
                yield elements;
            }
            case null, default -> value;
        };
    }
}
