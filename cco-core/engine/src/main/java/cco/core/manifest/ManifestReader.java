package cco.core.manifest;

import cco.core.error.SourceException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Printable;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads {@code version-manifest.json}, schema 1.
 *
 * <p>Only {@code latest}, {@code versions} and each version's {@code date} are required. Unknown members are ignored;
 * known ones must be well-formed. Text for users becomes printable here. Publishers check their manifests with this
 * reader before they write them.
 */
public final class ManifestReader {

    /** The newest supported schema. A manifest without one has the first. */
    public static final int SCHEMA = 1;

    /** 1 TiB: larger than any command-line program; sums of such sizes do not overflow. */
    static final long MAX_SIZE = 1L << 40;

    private ManifestReader() {}

    /**
     * Reads a manifest.
     *
     * @param document the bytes of the manifest
     * @param expected the app of a manifest that names none
     * @return the manifest, well-formed but not yet trusted
     * @throws SourceException if it is not strict JSON, has a newer schema, or has a malformed member, which the
     *     message names
     */
    public static Manifest read(UntrustedBytes document, AppName expected) throws SourceException {
        try {
            JsonObject json = Json.parse(document.bytes());
            requireSchema(json, document.name());
            return manifest(json, expected);
        } catch (JsonException e) {
            throw new SourceException(
                    document.name() + " is not a valid manifest: " + Printable.of(e.getMessage()),
                    "check the address of the source; if it is right, tell the publisher",
                    e);
        }
    }

    private static void requireSchema(JsonObject json, String name) throws JsonException, SourceException {
        long schema = json.optionalWhole("schema").orElse(SCHEMA);
        if (schema > SCHEMA) {
            throw new SourceException(name + " has schema " + schema + ", which needs a newer cco", "run `cco update`");
        }
        if (schema < SCHEMA) {
            throw json.refuse("schema", "a number from 1");
        }
    }

    private static Manifest manifest(JsonObject json, AppName expected) throws JsonException {
        Optional<AppName> app = optional(json, "app", AppName::new, "an app's name");
        SortedMap<Version, Release> versions = versions(json.object("versions"));
        return new Manifest(
                app.orElse(expected),
                serial(json),
                json.optionalInstant("expires"),
                latest(json.object("latest")),
                versions,
                deprecations(json));
    }

    private static OptionalLong serial(JsonObject json) throws JsonException {
        OptionalLong serial = json.optionalWhole("serial");
        if (serial.orElse(1) < 1) {
            throw json.refuse("serial", "a number from 1");
        }
        return serial;
    }

    /** A pre-release in the stable channel, by mistake of the publisher, must not turn every user into a tester. */
    private static Map<Channel, Version> latest(JsonObject json) throws JsonException {
        Map<Channel, Version> latest = new LinkedHashMap<>();
        for (String name : json.names()) {
            Channel channel = key(json, name, Channel::new, "a channel's name as key");
            Version version = convert(json, name, json.text(name), Version::of, "a version");
            if (channel.equals(Channel.STABLE) && version.isPrerelease()) {
                throw json.refuse(name, "a version that is not a pre-release");
            }
            latest.put(channel, version);
        }
        return latest;
    }

    private static SortedMap<Version, Release> versions(JsonObject json) throws JsonException {
        SortedMap<Version, Release> versions = new TreeMap<>();
        for (String name : json.names()) {
            Version version = key(json, name, Version::of, "a version as key");
            versions.put(version, release(json.object(name), version));
        }
        return versions;
    }

    private static Release release(JsonObject json, Version version) throws JsonException {
        Instant date = json.optionalInstant("date").orElseThrow(() -> json.refuse("date", "a date and time"));
        Optional<JsonObject> platforms = json.optionalObject("platforms");
        Optional<JsonObject> rollout = json.optionalObject("rollout");
        return new Release(
                version,
                date,
                platforms.isPresent() ? platforms(platforms.get(), version) : Map.of(),
                json.optionalText("release_notes").map(Printable::of),
                json.flag("breaking_changes"),
                json.flag("critical"),
                optional(json, "minimum_updater", Version::of, "a version"),
                rollout.isPresent() ? Optional.of(rollout(rollout.get())) : Optional.empty(),
                json.optionalText("withdrawn").map(Printable::of),
                json.names().contains("channels") ? Optional.of(channels(json)) : Optional.empty());
    }

    private static Set<Channel> channels(JsonObject json) throws JsonException {
        Set<Channel> channels = new LinkedHashSet<>();
        for (String name : json.texts("channels")) {
            channels.add(convert(json, "channels", name, Channel::new, "a list of channel names"));
        }
        return channels;
    }

    private static Map<Platform, Archive> platforms(JsonObject json, Version version) throws JsonException {
        Map<Platform, Archive> platforms = new LinkedHashMap<>();
        for (String name : json.names()) {
            Platform platform = key(json, name, Platform::new, "a platform's name as key");
            platforms.put(platform, archive(json.object(name), version));
        }
        return platforms;
    }

    private static Archive archive(JsonObject json, Version version) throws JsonException {
        Optional<JsonObject> files = json.optionalObject("files");
        return new Archive(
                file(json, version),
                files.isPresent() ? Optional.of(file(files.get(), version)) : Optional.empty(),
                deltas(json, version),
                alternates(json, version));
    }

    /** A delta only saves a part of the download: without a well-formed one the manifest is as good. */
    private static List<Delta> deltas(JsonObject json, Version version) {
        List<Delta> deltas = new ArrayList<>();
        try {
            if (json.names().contains("deltas")) {
                for (JsonObject delta : json.objects("deltas")) {
                    Version from = convert(delta, "from", delta.text("from"), Version::of, "a version");
                    deltas.add(new Delta(from, file(delta, version)));
                }
            }
        } catch (JsonException e) {
            return List.of();
        }
        return deltas;
    }

    /** Alternates save a part of the download, too. A format that this client cannot unpack is none. */
    private static List<RepositoryFile> alternates(JsonObject json, Version version) {
        List<RepositoryFile> alternates = new ArrayList<>();
        try {
            if (json.names().contains("alternates")) {
                for (JsonObject alternate : json.objects("alternates")) {
                    RepositoryFile file = file(alternate, version);
                    if (file.path().endsWith(".tar.xz")) {
                        alternates.add(file);
                    }
                }
            }
        } catch (JsonException e) {
            return List.of();
        }
        return alternates;
    }

    private static RepositoryFile file(JsonObject json, Version version) throws JsonException {
        return new RepositoryFile(path(json, version), sha256(json), size(json));
    }

    private static String path(JsonObject json, Version version) throws JsonException {
        return RepositoryPath.of(json.text("url"), version)
                .orElseThrow(() -> json.refuse("url", "the address of a file inside the repository"));
    }

    private static Sha256 sha256(JsonObject json) throws JsonException {
        return convert(json, "sha256", json.text("sha256"), Sha256::new, "64 lower-case hexadecimal digits");
    }

    private static long size(JsonObject json) throws JsonException {
        long size = json.whole("size");
        if (size < 1 || size > MAX_SIZE) {
            throw json.refuse("size", "a number of bytes from 1 to " + MAX_SIZE);
        }
        return size;
    }

    private static Rollout rollout(JsonObject json) throws JsonException {
        long percent = json.whole("percent");
        if (percent > 100) {
            throw json.refuse("percent", "a number from 0 to 100");
        }
        return new Rollout((int) percent, json.text("seed"));
    }

    private static Map<Version, String> deprecations(JsonObject json) throws JsonException {
        Map<Version, String> deprecations = new LinkedHashMap<>();
        Optional<JsonObject> notices = json.optionalObject("deprecation_notices");
        if (notices.isPresent()) {
            for (String name : notices.get().names()) {
                Version version = key(notices.get(), name, Version::of, "a version as key");
                deprecations.put(version, Printable.of(notices.get().text(name)));
            }
        }
        return deprecations;
    }

    private static <T> T key(JsonObject json, String name, Function<String, T> type, String expectation)
            throws JsonException {
        return convert(json, name, name, type, expectation);
    }

    private static <T> Optional<T> optional(JsonObject json, String name, Function<String, T> type, String expectation)
            throws JsonException {
        Optional<String> text = json.optionalText(name);
        return text.isPresent() ? Optional.of(convert(json, name, text.get(), type, expectation)) : Optional.empty();
    }

    private static <T> T convert(
            JsonObject json, String name, String text, Function<String, T> type, String expectation)
            throws JsonException {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw new JsonException(json.refuse(name, expectation).getMessage(), e);
        }
    }
}
