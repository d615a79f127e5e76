package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.ManifestChangeReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.manifest.Release;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.publisher.repository.ManifestChange;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.OptionalInt;

/** {@code cco release promote}: makes a channel name a published version, for everybody or for a part of them. */
final class ReleasePromoteCommand implements Command {

    @Parameter(names = "--channel")
    private Channel channel;

    @Parameter(names = "--rollout")
    private Integer rollout;

    @Parameter(names = "--repository")
    private Path repository;

    private Version version;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        version = arguments.required("VERSION", Version.class);
        arguments.end();
        arguments.requires("--channel", "--repository");
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        OptionalInt percent = rollout == null ? OptionalInt.empty() : OptionalInt.of(rollout);
        ManifestChange revision = new PublishedReleases(repository).promote(version, channel, percent);
        Console console = session.console();
        console.report(ManifestChangeReport.promoted(channel, version, revision), line(revision));
        Version before = revision.before().latest().get(channel);
        if (before != null && before.compareTo(version) > 0) {
            console.note("users of " + before + " keep it: cco never downgrades on its own");
        }
        ManifestChangeReport.remindToSign(console, repository);
        return ExitCode.OK;
    }

    private String line(ManifestChange revision) {
        String part = revision.now()
                .release(version)
                .flatMap(Release::rollout)
                .map(offered -> ", offered to " + offered.percent() + " % of installations")
                .orElse("");
        return revision.changed()
                ? channel + " now points at " + version + part
                : "nothing to do: " + channel + " already points at " + version + part;
    }
}
