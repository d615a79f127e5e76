package cco.publisher.site;

import cco.core.manifest.Manifest;
import cco.core.model.AppName;
import cco.core.model.Sha256;
import cco.publisher.repository.AppDetails;
import cco.publisher.text.Markup;
import cco.publisher.text.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The README and the guides of a repository, in Markdown. */
final class Guides {

    private static final List<String> NAMES =
            List.of("INSTALLATION.md", "UPDATING.md", "TROUBLESHOOTING.md", "SECURITY.md");

    private final AppDetails app;
    private final Offer offer;
    private final RepositoryContents contents;
    private final InstallCommands commands;

    Guides(AppDetails app, Manifest manifest, RepositoryContents contents) {
        this.app = app;
        this.offer = new Offer(manifest);
        this.contents = contents;
        this.commands = new InstallCommands(app, contents);
    }

    /** The texts by their paths in the repository. */
    Map<String, String> texts() {
        Map<String, String> values = values();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("README.md", text("README.md", values));
        NAMES.forEach(name -> texts.put("docs/" + name, text(name, values)));
        return texts;
    }

    private static String text(String name, Map<String, String> values) {
        return Template.of(Guides.class, "guides/" + name.replace(".md", ".txt"))
                        .fill(values)
                        .replaceAll("\n{3,}", "\n\n")
                        .strip()
                + "\n";
    }

    private Map<String, String> values() {
        String version =
                offer.newest().map(release -> release.version().toString()).orElse("VERSION");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", app.app().value());
        values.put("app", app.app().value());
        values.put("sums", app.address().resolve("checksums/v" + version + ".sha256"));
        values.put("description", Markup.markdown(app.description()));
        values.put("status", status());
        values.put("version", version);
        values.put("install", install());
        values.put("scripts", scripts());
        values.put("update", commands.update());
        values.put("uninstall", commands.uninstall());
        values.put("channels", channels());
        values.put("channel-key", (app.app().equals(AppName.CCO) ? "" : "apps." + app.app() + ".") + "updates.channel");
        values.put("trust", trust());
        values.put("about", about());
        values.put("help", help());
        values.put(
                "contact",
                app.maintainer()
                        .map(maintainer -> "Tell the publisher, " + Markup.markdown(maintainer) + ".")
                        .orElse("Tell the publisher."));
        return values;
    }

    private String status() {
        return offer.newest()
                .map(release -> "The newest version is " + release.version() + " of "
                        + release.date().toString().substring(0, 10) + ".")
                .orElse("No version can be installed at the moment.");
    }

    private String install() {
        List<String> blocks = new ArrayList<>();
        commands.shell().ifPresent(line -> blocks.add("Linux and macOS:\n\n```sh\n" + line + "\n```"));
        commands.powerShell().ifPresent(line -> blocks.add("Windows PowerShell:\n\n```powershell\n" + line + "\n```"));
        commands.cco().ifPresent(line -> blocks.add("With an installed cco:\n\n```sh\n" + line + "\n```"));
        return String.join("\n\n", blocks);
    }

    private String scripts() {
        if (!contents.shellScript() && !contents.powerShellScript()) {
            return "";
        }
        return Template.of(Guides.class, "guides/install-script.txt").text();
    }

    private String channels() {
        StringBuilder table = new StringBuilder("| channel | version |\n| --- | --- |");
        offer.channels()
                .forEach((channel, release) -> table.append("\n| ")
                        .append(channel)
                        .append(" | ")
                        .append(release.version())
                        .append(" |"));
        return table.toString();
    }

    private String trust() {
        String template = contents.root().isPresent() ? "guides/signed.txt" : "guides/unsigned.txt";
        String root = contents.root().map(Sha256::hex).orElse("");
        return Template.of(Guides.class, template).fill(Map.of("root", root));
    }

    private String about() {
        return Stream.of(
                        app.homepage().map(page -> "Home page: <" + page + ">"),
                        app.license().map(license -> "License: " + Markup.markdown(license)),
                        app.maintainer().map(maintainer -> "Maintainer: " + Markup.markdown(maintainer)))
                .flatMap(line -> line.stream())
                .reduce((one, other) -> one + "  \n" + other)
                .orElse("");
    }

    private String help() {
        return app.homepage()
                .map(page -> "If nothing helps, ask on <" + page + ">, with the output of `cco doctor " + app.app()
                        + " --json`.")
                .orElse("");
    }
}
