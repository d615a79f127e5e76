package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.parse.Arguments;
import cco.cli.report.ManifestChangeReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.publisher.repository.ManifestChange;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.Parameter;
import java.util.OptionalInt;

/** {@code cco release promote}: points a channel at a published version, for all users or for some. */
final class ReleasePromoteCommand extends ManifestChangeCommand {

    @Parameter(names = "--channel")
    private Channel channel;

    @Parameter(names = "--rollout")
    private Integer rollout;

    @Override
    void checkOptions(Arguments arguments) throws UsageException {
        arguments.requires("--channel");
    }

    @Override
    ManifestChange change(PublishedReleases releases) throws CcoException {
        OptionalInt percent = rollout == null ? OptionalInt.empty() : OptionalInt.of(rollout);
        return releases.promote(version(), channel, percent);
    }

    @Override
    void report(Console console, ManifestChange change) {
        console.report(ManifestChangeReport.promoted(channel, version(), change), line(change));
        Version before = change.before().latest().get(channel);
        if (before != null && before.compareTo(version()) > 0) {
            console.note("users of " + before + " keep it: cco never downgrades on its own");
        }
    }

    private String line(ManifestChange change) {
        String share = ManifestChangeReport.share(version(), change);
        return change.changed()
                ? channel + " now points at " + version() + share
                : "nothing to do: " + channel + " already points at " + version() + share;
    }
}
