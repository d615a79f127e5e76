package cco.publisher.packaging;

import cco.publisher.text.Markup;
import cco.publisher.text.Template;
import java.util.LinkedHashMap;
import java.util.Map;

/** The source of a package for Chocolatey, which {@code choco pack} makes on Windows. */
final class ChocolateyPackage {

    private ChocolateyPackage() {}

    /** The files by their paths; empty if there is no build for Windows. */
    static Map<String, String> of(PackageInfo info, PublishedBuilds builds) {
        Map<String, String> files = new LinkedHashMap<>();
        builds.on("windows-x86_64").ifPresent(build -> {
            Map<String, String> values = values(info, build);
            files.put(info.app() + ".nuspec", text("chocolatey.nuspec", values));
            files.put("tools/chocolateyinstall.ps1", text("chocolateyinstall.ps1", values));
            files.put("tools/chocolateyuninstall.ps1", text("chocolateyuninstall.ps1", values));
            files.put(
                    "tools/managed-by.json",
                    PackageManager.CHOCOLATEY.marker(info.app(), info.app().value()) + "\n");
        });
        return files;
    }

    private static String text(String template, Map<String, String> values) {
        return Template.of(ChocolateyPackage.class, template).fill(values);
    }

    private static Map<String, String> values(PackageInfo info, PublishedBuild build) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", info.app().value());
        values.put("version", version(info.version().toString()));
        values.put("publisher", Markup.escape(info.publisher()));
        values.put("homepage", Markup.escape(info.homepage().value()));
        values.put("description", Markup.escape(info.description()));
        values.put("app", Quoted.powerShell(info.app().value()));
        values.put("url", Quoted.powerShell(info.url(build.archive())));
        values.put("sha256", build.archive().sha256().hex());
        values.put("path", Quoted.powerShell(build.path().replace('/', '\\')));
        values.put(
                "notes",
                info.notes()
                        .map(notes -> "    <releaseNotes>" + Markup.escape(notes.value()) + "</releaseNotes>")
                        .orElse(""));
        return values;
    }

    /** NuGet 2 allows no dot in a pre-release and no build. */
    private static String version(String version) {
        String[] parts = version.split("\\+")[0].split("-", 2);
        return parts.length == 1 ? parts[0] : parts[0] + "-" + parts[1].replace('.', '-');
    }
}
