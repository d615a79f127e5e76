package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Table;
import cco.cli.console.Units;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.manifest.Rollout;
import cco.core.model.Channel;
import cco.core.model.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The versions of a release repository, newest first.
 *
 * @param manifest the manifest of the repository
 */
public record PublishedVersionList(Manifest manifest) {

    /** Prints a row for each version. */
    public void show(Console console) {
        Table table = new Table("VERSION", "RELEASED", "CHANNELS", "PLATFORMS", "SIZE", "REMARKS");
        for (Release release : manifest.versions().reversed().values()) {
            table.row(
                    release.version().toString(),
                    Units.day(release.date()),
                    String.join(
                            ", ", channels(release).stream().map(Channel::value).toList()),
                    String.join(
                            ", ",
                            release.platforms().keySet().stream()
                                    .map(Platform::value)
                                    .toList()),
                    Units.bytes(size(release)),
                    remarks(release));
            console.event(event(release));
        }
        console.table(table);
    }

    private Event event(Release release) {
        return Event.named("published-version")
                .with("app", manifest.app())
                .with("version", release.version())
                .with("date", release.date())
                .with("channels", channels(release))
                .with("platforms", List.copyOf(release.platforms().keySet()))
                .with("size", size(release))
                .with("rollout", release.rollout().map(Rollout::percent))
                .with("notes", release.notes())
                .with("withdrawn", release.withdrawn());
    }

    /** The size of all archives, without deltas. */
    private static long size(Release release) {
        return release.platforms().values().stream()
                .mapToLong(archive -> archive.file().size())
                .sum();
    }

    private List<Channel> channels(Release release) {
        return manifest.latest().entrySet().stream()
                .filter(channel -> channel.getValue().equals(release.version()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String remarks(Release release) {
        List<String> remarks = new ArrayList<>();
        release.rollout().ifPresent(rollout -> remarks.add("rolled out to " + rollout.percent() + " %"));
        if (release.critical()) {
            remarks.add("critical");
        }
        if (release.breaking()) {
            remarks.add("breaking");
        }
        if (manifest.deprecations().containsKey(release.version())) {
            remarks.add("deprecated");
        }
        release.withdrawn().ifPresent(reason -> remarks.add("withdrawn: " + reason));
        return String.join(", ", remarks);
    }
}
