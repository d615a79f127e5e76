package cco.publisher.site;

import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.Channel;
import cco.publisher.repository.WebAddress;
import cco.publisher.text.Markup;
import java.util.Map;
import java.util.Optional;

/** The parts of the page that list the channels and all versions, the newest first. */
final class VersionSection {

    private static final int EVERYBODY = 100;

    private final WebAddress address;
    private final Manifest manifest;
    private final Offer offer;

    VersionSection(WebAddress address, Manifest manifest, Offer offer) {
        this.address = address;
        this.manifest = manifest;
        this.offer = offer;
    }

    /** The channels and the version of each. */
    String channels() {
        if (offer.channels().isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<Channel, Release> channel : offer.channels().entrySet()) {
            rows.append("<tr><th scope=\"row\">")
                    .append(channel.getKey())
                    .append("</th><td>")
                    .append(Markup.escape(channel.getValue().version().toString()))
                    .append("</td><td>")
                    .append(Fragments.time(channel.getValue().date()))
                    .append("</td></tr>\n");
        }
        return """
                <section aria-labelledby="channels-title">
                <h2 id="channels-title">Channels</h2>
                <table>
                <thead><tr>
                <th scope="col">Channel</th><th scope="col">Version</th><th scope="col">Released</th>
                </tr></thead>
                <tbody>
                %s</tbody>
                </table>
                </section>
                """.formatted(rows);
    }

    /** Every version with its notes and archives. */
    String all() {
        if (manifest.versions().isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder(
                "<section aria-labelledby=\"versions-title\">\n" + "<h2 id=\"versions-title\">All versions</h2>\n");
        manifest.versions().reversed().values().forEach(release -> list.append(version(release)));
        return list.append("</section>\n").toString();
    }

    private String version(Release release) {
        return """
                <details%s><summary><strong>%s</strong> %s %s</summary><div>
                %s</div></details>
                """.formatted(
                        release.withdrawn().isPresent() ? " open" : "",
                        Markup.escape(release.version().toString()),
                        Fragments.time(release.date()),
                        tags(release),
                        body(release));
    }

    private String tags(Release release) {
        StringBuilder tags = new StringBuilder();
        if (release.withdrawn().isPresent()) {
            tags.append(Fragments.tag("bad", "withdrawn")).append(' ');
        }
        offer.channelsOf(release)
                .forEach(channel ->
                        tags.append(Fragments.tag("good", channel.value())).append(' '));
        if (release.critical()) {
            tags.append(Fragments.tag("bad", "critical update")).append(' ');
        }
        if (release.breaking()) {
            tags.append(Fragments.tag("", "breaking changes")).append(' ');
        }
        rolledOut(release).ifPresent(share -> tags.append(Fragments.tag("", share)));
        return tags.toString().strip();
    }

    private static Optional<String> rolledOut(Release release) {
        return release.rollout()
                .filter(rollout -> rollout.percent() < EVERYBODY && !release.critical())
                .map(rollout -> "offered to " + rollout.percent() + " % of installations");
    }

    private String body(Release release) {
        StringBuilder body = new StringBuilder();
        release.withdrawn()
                .ifPresent(reason -> body.append("<p class=\"notice\"><strong>Withdrawn:</strong> ")
                        .append(Markup.escape(reason))
                        .append("</p>\n"));
        Optional.ofNullable(manifest.deprecations().get(release.version()))
                .ifPresent(notice -> body.append("<p class=\"notice\"><strong>Notice:</strong> ")
                        .append(Markup.escape(notice))
                        .append("</p>\n"));
        release.notes()
                .ifPresent(notes -> body.append("<p>").append(notes(notes)).append("</p>\n"));
        if (release.withdrawn().isEmpty() && !release.platforms().isEmpty()) {
            body.append("<ul class=\"files\">\n")
                    .append(Fragments.files(address, release, "span"))
                    .append("</ul>\n");
        }
        return body.isEmpty() ? "<p>There are no files for this version.</p>\n" : body.toString();
    }

    /** Only a web address becomes a link: no other scheme is needed, and some of them run scripts. */
    private static String notes(String notes) {
        return WebAddress.isValid(notes)
                ? Fragments.link(notes, "Release notes")
                : "Release notes: " + Markup.escape(notes);
    }
}
