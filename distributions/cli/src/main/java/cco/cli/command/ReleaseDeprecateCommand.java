package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.parse.Arguments;
import cco.cli.report.ManifestChangeReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.repository.ManifestChange;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.Parameter;
import java.util.Optional;

/** {@code cco release deprecate}: shows a notice to the users of a version. */
final class ReleaseDeprecateCommand extends ManifestChangeCommand {

    @Parameter(names = "--notice")
    private String notice;

    @Parameter(names = "--undo")
    private boolean undo;

    @Override
    void checkOptions(Arguments arguments) throws UsageException {
        arguments.excludes("--notice", "--undo");
        if (!undo) {
            arguments.requires("--notice");
        }
    }

    @Override
    ManifestChange change(PublishedReleases releases) throws CcoException {
        return undo ? releases.undeprecate(version()) : releases.deprecate(version(), notice);
    }

    @Override
    void report(Console console, ManifestChange change) {
        console.report(
                ManifestChangeReport.event("deprecated", version(), change).with("notice", Optional.ofNullable(notice)),
                (change.changed() ? "" : "nothing to do: ") + "users of " + version() + effect(change));
        if (!undo && change.now().release(version()).isEmpty()) {
            console.note(version() + " is not in this repository; only users who still have it see the notice");
        }
    }

    private String effect(ManifestChange change) {
        if (undo) {
            return change.changed() ? " no longer see a notice" : " see no notice";
        }
        return " see this notice: " + notice;
    }
}
