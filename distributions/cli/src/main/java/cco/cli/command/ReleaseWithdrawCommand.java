package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.parse.Arguments;
import cco.cli.report.ManifestChangeReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.repository.ManifestChange;
import cco.publisher.repository.PublishedReleases;
import com.beust.jcommander.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cco release withdraw}: keeps users from installing a version, or allows it again. */
final class ReleaseWithdrawCommand extends ManifestChangeCommand {

    @Parameter(names = "--reason")
    private String reason;

    @Parameter(names = "--undo")
    private boolean undo;

    @Override
    void checkOptions(Arguments arguments) throws UsageException {
        arguments.excludes("--reason", "--undo");
        if (!undo) {
            arguments.requires("--reason");
        }
    }

    @Override
    ManifestChange change(PublishedReleases releases) throws CcoException {
        return undo ? releases.reinstate(version()) : releases.withdraw(version(), reason);
    }

    @Override
    void report(Console console, ManifestChange change) {
        console.report(
                ManifestChangeReport.event("withdrawn", version(), change).with("reason", Optional.ofNullable(reason)),
                undo ? allowed(change) : withdrawn(change));
        change.moved()
                .forEach((channel, lower) -> console.event(ManifestChangeReport.promoted(channel, lower, change)));
        reportChannels(console, change);
    }

    private String withdrawn(ManifestChange change) {
        if (!change.changed()) {
            return "nothing to do: " + version() + " is already withdrawn";
        }
        List<String> effects = new ArrayList<>(List.of("withdrew " + version()));
        change.moved().forEach((channel, lower) -> effects.add(channel + " now points at " + lower));
        return String.join("; ", effects);
    }

    private String allowed(ManifestChange change) {
        return change.changed()
                ? "users can install " + version() + " again"
                : "nothing to do: " + version() + " is not withdrawn";
    }

    private void reportChannels(Console console, ManifestChange change) {
        List<String> channels = change.now().latest().entrySet().stream()
                .filter(channel -> channel.getValue().equals(version()))
                .map(channel -> channel.getKey().value())
                .toList();
        if (!undo && !channels.isEmpty()) {
            console.note(String.join(", ", channels) + ": no version to offer, because no lower version can replace "
                    + version());
            console.hint("run `cco release add` to publish a newer version");
        } else if (undo && channels.isEmpty()) {
            console.hint("no channel points at " + version() + ": run `cco release promote " + version()
                    + " --channel NAME --repository " + repository() + "`");
        }
    }
}
