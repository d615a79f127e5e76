package cco.core.manifest;

import cco.core.model.UntrustedBytes;
import java.nio.charset.StandardCharsets;

/** Manifests to read and to damage. */
public final class Manifests {

    /** The example of formats.md, section 2, with its omissions filled in. */
    public static final String FULL = """
            { "schema": 1, "app": "cco", "serial": 42, "expires": "2026-12-31T00:00:00Z",
              "latest": { "stable": "0.3.0", "beta": "0.4.0-beta.1", "nightly": "0.4.0-nightly.20240115" },
              "versions": { "0.3.0": {
                  "date": "2024-01-15T10:00:00Z",
                  "platforms": { "linux-x86_64": {
                      "url": "https://releases.example.com/cco/v0.3.0/cco-v0.3.0-linux-x86_64.tar.gz",
                      "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "size": 2912345,
                      "files": { "url": "v0.3.0/cco-v0.3.0-linux-x86_64.files.json",
                          "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "size": 1 },
                      "deltas": [ { "from": "0.2.0", "url": "…", "sha256": "…", "size": 1 } ] } },
                  "release_notes": "https://example.com/notes", "breaking_changes": false, "critical": false,
                  "minimum_updater": "0.1.0",
                  "rollout": { "percent": 25, "seed": "s" }, "withdrawn": "reason, if it was pulled" } },
              "deprecation_notices": { "0.1.0": "Please upgrade to 0.2.0 or later" } }
            """;

    /** Nothing but what the first manifests in the field have, and a foreign member. */
    public static final String MINIMAL = """
            { "latest": { "stable": "0.3.0", "beta": "0.4.0-beta.1" },
              "versions": { "0.3.0": {
                  "date": "2024-01-15T10:00:00Z",
                  "minimum_rust": "1.70.0",
                  "platforms": { "linux-x86_64": {
                      "url": "https://github.com/brentley/cco/releases/download/v0.3.0/cco-linux-x86_64.tar.gz",
                      "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "size": 1 } },
                  "release_notes": "https://example.com/notes",
                  "breaking_changes": true } },
              "deprecation_notices": { "0.1.0": "Please upgrade to 0.2.0 or later" } }
            """;

    private Manifests() {}

    public static UntrustedBytes bytes(String json) {
        return new UntrustedBytes("https://mirror/version-manifest.json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** The full manifest with one part replaced; fails if the part is not there, so that no case tests nothing. */
    static UntrustedBytes damaged(String part, String replacement) {
        if (!FULL.contains(part)) {
            throw new IllegalArgumentException("not in the manifest: " + part);
        }
        return bytes(FULL.replace(part, replacement));
    }
}
