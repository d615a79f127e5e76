package cco.publisher.site;

import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.publisher.repository.AppDetails;
import cco.publisher.text.Markup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parts of the page that say how to install the app and how to verify a download. */
final class InstallSection {

    private final AppDetails app;
    private final Optional<Release> newest;
    private final InstallCommands commands;
    private final RepositoryContents contents;

    InstallSection(AppDetails app, Offer offer, RepositoryContents contents) {
        this.app = app;
        this.newest = offer.newest();
        this.commands = new InstallCommands(app, contents);
        this.contents = contents;
    }

    /** The commands that install the app; empty if no version can be installed. */
    String commands() {
        if (newest.isEmpty()) {
            return "";
        }
        StringBuilder section = new StringBuilder(
                "<section aria-labelledby=\"install-title\">\n<h2 id=\"install-title\">Install</h2>\n");
        if (has("linux") || has("darwin")) {
            commands.shell()
                    .ifPresent(line -> section.append(Fragments.command("linux darwin", "Linux and macOS", line)));
        }
        if (has("windows")) {
            commands.powerShell()
                    .ifPresent(
                            line -> section.append(Fragments.command("windows", PlatformName.system("windows"), line)));
        }
        commands.cco().ifPresent(line -> section.append(Fragments.command("any", "With cco", line)));
        section.append("<p class=\"soft small\">Later, <code>")
                .append(Markup.escape(commands.update()))
                .append("</code> installs the next version, and <code>")
                .append(Markup.escape(commands.uninstall()))
                .append("</code> removes it.</p>\n</section>\n");
        return section.toString();
    }

    /** How to verify a download. */
    String verification() {
        if (newest.isEmpty()) {
            return "";
        }
        String version = newest.get().version().toString();
        String sums = app.address().resolve("checksums/v" + version + ".sha256");
        StringBuilder section = new StringBuilder(
                "<section aria-labelledby=\"verify-title\">\n<h2 id=\"verify-title\">Verify a download</h2>\n");
        section.append("<p>Run this in the folder of the downloaded file. It compares the file with its digest.</p>\n");
        verifiers(sums).forEach((system, command) -> {
            if (has(system)) {
                section.append(Fragments.command(system, PlatformName.system(system), command));
            }
        });
        return section.append(signature()).append("</section>\n").toString();
    }

    private static Map<String, String> verifiers(String sums) {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("linux", "curl -fsSL " + sums + " | sha256sum --check --ignore-missing");
        commands.put("darwin", "curl -fsSL " + sums + " | shasum -a 256 --check --ignore-missing");
        commands.put("windows", "Get-FileHash *.zip # compare with the digest above");
        return commands;
    }

    private boolean has(String system) {
        return newest.stream()
                .flatMap(release -> release.platforms().keySet().stream())
                .anyMatch(platform -> platform.value().startsWith(system + "-"));
    }

    private String signature() {
        String limits = "<p>Digests detect a damaged download. They do not detect a hacked server, which could replace"
                + " this page as well. ";
        if (contents.root().isEmpty()) {
            return limits + "The releases of " + Markup.escape(app.app().value()) + " are not signed.</p>\n";
        }
        String name =
                app.app().equals(AppName.CCO) ? "cco" : Markup.escape(app.app().value()) + " with cco";
        return limits + "If you install " + name + ", every file must carry the publisher’s signature.</p>\n"
                + "<p>The publisher’s keys start with " + Fragments.link(RepositoryContents.ROOT, "1.root.json")
                + ". Compare its digest with one that you got in another way.</p>\n"
                + "<p><span class=\"digest\">SHA-256 <code>" + contents.root().get() + "</code></span></p>\n";
    }
}
