package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.ManifestChangeReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.Version;
import cco.publisher.repository.ManifestChange;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.Optional;

/** {@code cco release deprecate}: has something told to the users of a version. */
final class ReleaseDeprecateCommand implements Command {

    @Parameter(names = "--notice")
    private String notice;

    @Parameter(names = "--undo")
    private boolean undo;

    @Parameter(names = "--repository")
    private Path repository;

    private Version version;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        version = arguments.required("VERSION", Version.class);
        arguments.end();
        arguments.excludes("--notice", "--undo");
        arguments.requires("--repository");
        if (!undo) {
            arguments.requires("--notice");
        }
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        PublishedReleases releases = new PublishedReleases(repository);
        ManifestChange revision = undo ? releases.undeprecate(version) : releases.deprecate(version, notice);
        Console console = session.console();
        console.report(
                ManifestChangeReport.event("deprecated", version, revision).with("notice", Optional.ofNullable(notice)),
                undo ? undone(revision) : done(revision));
        if (!undo && revision.now().release(version).isEmpty()) {
            console.note(version + " is not in this repository; only users who still have it see the notice");
        }
        ManifestChangeReport.remindToSign(console, repository);
        return ExitCode.OK;
    }

    private String done(ManifestChange revision) {
        return (revision.changed() ? "users of " : "nothing to do: users of ") + version + " see this notice: "
                + notice;
    }

    private String undone(ManifestChange revision) {
        return revision.changed()
                ? "users of " + version + " no longer see a notice"
                : "nothing to do: users of " + version + " see no notice";
    }
}
