package cco.publisher.site;

import cco.core.manifest.Archive;
import cco.core.manifest.Release;
import cco.core.model.DataSize;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.publisher.repository.WebAddress;
import cco.publisher.text.Markup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Pieces of HTML that several sections of the page use. Every argument is escaped here. */
final class Fragments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Fragments() {}

    /** A date, for people and for machines. */
    static String time(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return "<time datetime=\"" + day + "\">" + DAY.format(day) + "</time>";
    }

    /** A link. The address must be a path of the repository or a web address. */
    static String link(String address, String text) {
        return "<a href=\"" + Markup.escape(address) + "\">" + Markup.escape(text) + "</a>";
    }

    /** A word that marks a version. */
    static String tag(String kind, String text) {
        return "<span class=\"" + (kind.isEmpty() ? "tag" : "tag " + kind) + "\">" + Markup.escape(text) + "</span>";
    }

    /** A command to copy. */
    static String command(String platforms, String title, String command) {
        return """
                <div class="command" data-platform="%s"><div class="top"><span class="for">%s</span></div>
                <pre><code>%s</code></pre></div>
                """.formatted(Markup.escape(platforms), Markup.escape(title), escapeLines(command));
    }

    private static String escapeLines(String command) {
        return String.join("\n", command.lines().map(Markup::escape).toList());
    }

    /** The archives of a release as list items. The links are relative where they can be, so that they suit mirrors. */
    static String files(WebAddress address, Release release, String heading) {
        StringBuilder items = new StringBuilder();
        for (Platform platform : Offer.platforms(release)) {
            Archive archive = release.platforms().get(platform);
            items.append(file(address, platform, archive.file(), heading));
        }
        return items.toString();
    }

    private static String file(WebAddress address, Platform platform, RepositoryFile file, String heading) {
        return """
                <li data-platform="%s"><div class="file"><%s>%s</%s>
                <span><a href="%s" download>%s</a> <span class="soft">%s</span></span></div>
                <span class="digest">SHA-256 <code>%s</code></span></li>
                """.formatted(
                        platform,
                        heading,
                        Markup.escape(PlatformName.of(platform)),
                        heading,
                        Markup.escape(address.isGitHub() ? address.resolve(file.path()) : file.path()),
                        Markup.escape(file.name()),
                        DataSize.of(file.size()),
                        file.sha256());
    }
}
