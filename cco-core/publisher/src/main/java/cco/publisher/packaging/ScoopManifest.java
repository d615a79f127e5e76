package cco.publisher.packaging;

import cco.core.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manifest for a Scoop bucket. */
final class ScoopManifest {

    private ScoopManifest() {}

    /** The manifest; empty if there is no build for Windows. */
    static Optional<String> of(PackageInfo info, PublishedBuilds builds) {
        return builds.on("windows-x86_64").map(build -> JsonText.pretty(members(info, build)));
    }

    private static Map<String, Object> members(PackageInfo info, PublishedBuild build) {
        Map<String, Object> archive = new LinkedHashMap<>();
        archive.put("url", info.url(build.archive()));
        archive.put("hash", build.archive().sha256().hex());
        if (!build.top().isEmpty()) {
            archive.put("extract_dir", build.top());
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", info.version().toString());
        members.put("description", info.description());
        members.put("homepage", info.homepage().value());
        members.put("license", info.license());
        members.put("architecture", Map.of("64bit", archive));
        members.put(
                "bin",
                List.of(List.of(
                        build.executable().replace('/', '\\'), info.app().value())));
        members.put("post_install", List.of(marker(info)));
        return members;
    }

    private static String marker(PackageInfo info) {
        String json = PackageManager.SCOOP.marker(info.app(), info.app().value());
        return "Set-Content -Path \"$dir\\managed-by.json\" -Value " + Quoted.powerShell(json) + " -Encoding Ascii";
    }
}
