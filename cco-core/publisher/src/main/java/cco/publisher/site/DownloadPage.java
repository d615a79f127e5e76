package cco.publisher.site;

import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.Sha256;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.WebAddress;
import cco.publisher.text.Markup;
import cco.publisher.text.Template;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The download page of an app: one HTML file without outside resources. Its content security policy allows only its own
 * style and script, by their digests, so that no text of a manifest can run. Without scripts, the page lacks only the
 * copy buttons and the order for the visitor's system.
 */
final class DownloadPage {

    private final AppDetails app;
    private final Offer offer;
    private final InstallSection install;
    private final VersionSection versions;

    DownloadPage(AppDetails app, Manifest manifest, RepositoryContents contents) {
        this.app = app;
        this.offer = new Offer(manifest);
        this.install = new InstallSection(app, offer, contents);
        this.versions = new VersionSection(app.address(), manifest, offer);
    }

    /** The text of the page. */
    String html() {
        String style = Template.of(DownloadPage.class, "page.css").text();
        String script = Template.of(DownloadPage.class, "page.js").text();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("app", Markup.escape(app.app().value()));
        values.put("summary", Markup.escape(summary()));
        values.put("style", style);
        values.put("style-hash", hash(style));
        values.put("script", script);
        values.put("script-hash", hash(script));
        values.put("description", description());
        values.put("facts", facts());
        values.put("install", install.commands());
        values.put("downloads", downloads());
        values.put("verify", install.verification());
        values.put("channels", versions.channels());
        values.put("versions", versions.all());
        values.put("links", links());
        return Template.of(DownloadPage.class, "page.html").fill(values);
    }

    private String summary() {
        return app.description().isEmpty() ? "Downloads of " + app.app() : app.description();
    }

    private String description() {
        return app.description().isEmpty() ? "" : "<p class=\"lead\">" + Markup.escape(app.description()) + "</p>";
    }

    private String facts() {
        List<String> facts = new ArrayList<>();
        offer.newest()
                .ifPresent(release -> facts.add(
                        "<li>Version " + Markup.escape(release.version().toString()) + ", "
                                + Fragments.time(release.date()) + "</li>"));
        app.license().ifPresent(license -> facts.add("<li>License: " + Markup.escape(license) + "</li>"));
        app.homepage().ifPresent(page -> facts.add("<li>" + link(page, "Home page") + "</li>"));
        return facts.isEmpty() ? "" : "<ul class=\"facts\">" + String.join("", facts) + "</ul>";
    }

    private static String link(WebAddress address, String text) {
        return Fragments.link(address.value(), text);
    }

    private String downloads() {
        Optional<Release> newest = offer.newest();
        if (newest.isEmpty()) {
            return """
                    <section id="downloads" aria-labelledby="downloads-title">
                    <h2 id="downloads-title">Downloads</h2>
                    <p>No version can be installed at the moment.</p>
                    </section>
                    """;
        }
        return """
                <section id="downloads" aria-labelledby="downloads-title">
                <h2 id="downloads-title">Downloads of %s</h2>
                <ul class="files">
                %s</ul>
                </section>
                """.formatted(
                Markup.escape(newest.get().version().toString()), Fragments.files(app.address(), newest.get(), "h3"));
    }

    private String links() {
        return "<p>" + Fragments.link("docs/INSTALLATION.md", "Installation") + " · "
                + Fragments.link("docs/UPDATING.md", "Updating") + " · "
                + Fragments.link("docs/TROUBLESHOOTING.md", "Troubleshooting") + " · "
                + Fragments.link("docs/SECURITY.md", "Security") + "</p>";
    }

    /** The digest of an inline element in a content security policy. */
    private static String hash(String text) {
        Sha256 digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()));
    }
}
