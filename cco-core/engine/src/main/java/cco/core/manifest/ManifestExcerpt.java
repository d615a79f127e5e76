package cco.core.manifest;

import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a manifest that a check needs: all but the versions before the installed one. It is a manifest itself,
 * and offers the same updates. It is not good for naming an older version, or a way out of a withdrawn one.
 */
public final class ManifestExcerpt {

    /** The members that have a member for each version. */
    private static final Set<String> BY_VERSION = Set.of("versions", "deprecation_notices");

    private static final String EXPIRES = "expires";

    private ManifestExcerpt() {}

    /**
     * Takes an excerpt. Versions before the installed one are not even read, so they may be malformed.
     *
     * @param name the name of the excerpt in messages
     * @param manifest the manifest
     * @param installed the oldest version to keep
     * @param expires when to expire, unless the manifest expires sooner
     * @return the excerpt; empty if the manifest is malformed, which {@link ManifestReader} explains
     */
    public static Optional<UntrustedBytes> of(
            String name, UntrustedBytes manifest, Version installed, Instant expires) {
        try {
            JsonObject json = Json.parse(
                    manifest.bytes(), (object, member) -> !BY_VERSION.contains(object) || isFrom(installed, member));
            Map<String, Object> members = new LinkedHashMap<>(json.asMap());
            if (json.optionalInstant(EXPIRES).filter(expires::isAfter).isEmpty()) {
                members.put(EXPIRES, expires.toString());
            }
            return Optional.of(new UntrustedBytes(name, JsonText.line(members).getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException malformed) {
            return Optional.empty();
        }
    }

    /** A malformed version stays, for the reader to refuse. */
    private static boolean isFrom(Version installed, String version) {
        try {
            return Version.of(version).compareTo(installed) >= 0;
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }
}
