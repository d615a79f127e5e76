package cco.publisher.packaging;

import cco.publisher.text.Template;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The three manifests of a version for WinGet. */
final class WinGetManifests {

    private WinGetManifests() {}

    /**
     * The manifests by their file names; empty if there is no build for Windows whose program is an .exe file: WinGet
     * starts no other file.
     */
    static Map<String, String> of(PackageInfo info, PublishedBuilds builds) {
        Map<String, String> files = new LinkedHashMap<>();
        builds.on("windows-x86_64")
                .filter(build -> build.executable().endsWith(".exe"))
                .ifPresent(build -> {
                    Map<String, String> values = values(info, build);
                    for (String kind : new String[] {"", ".installer", ".locale.en-US"}) {
                        String name = kind.isEmpty() ? "version" : kind.split("\\.")[1];
                        files.put(
                                identifier(info) + kind + ".yaml",
                                Template.of(WinGetManifests.class, "winget-" + name + ".yaml")
                                        .fill(values));
                    }
                });
        return files;
    }

    private static Map<String, String> values(PackageInfo info, PublishedBuild build) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", identifier(info));
        values.put("version", Quoted.json(info.version().toString()));
        values.put("url", Quoted.json(info.url(build.archive())));
        values.put("sha256", build.archive().sha256().hex().toUpperCase(Locale.ROOT));
        values.put("path", Quoted.json(build.path().replace('/', '\\')));
        values.put("app", Quoted.json(info.app().value()));
        values.put("publisher", Quoted.json(info.publisher()));
        values.put("license", Quoted.json(info.license()));
        values.put("homepage", Quoted.json(info.homepage().value()));
        values.put("description", Quoted.json(info.description()));
        values.put(
                "notes",
                info.notes()
                        .map(notes -> "ReleaseNotesUrl: " + Quoted.json(notes.value()))
                        .orElse(""));
        return values;
    }

    /** The publisher's name without spaces, a dot and the app. */
    private static String identifier(PackageInfo info) {
        String publisher = info.publisher().replaceAll("[^A-Za-z0-9]", "");
        return (publisher.isEmpty() ? info.app().value() : publisher) + "." + info.app();
    }
}
