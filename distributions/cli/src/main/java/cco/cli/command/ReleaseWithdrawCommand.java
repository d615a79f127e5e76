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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cco release withdraw}: forbids users to install a version, or allows it again. */
final class ReleaseWithdrawCommand implements Command {

    @Parameter(names = "--reason")
    private String reason;

    @Parameter(names = "--undo")
    private boolean undo;

    @Parameter(names = "--repository")
    private Path repository;

    private Version version;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        version = arguments.required("VERSION", Version.class);
        arguments.end();
        arguments.excludes("--reason", "--undo");
        arguments.requires("--repository");
        if (!undo) {
            arguments.requires("--reason");
        }
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        PublishedReleases releases = new PublishedReleases(repository);
        ManifestChange revision = undo ? releases.reinstate(version) : releases.withdraw(version, reason);
        Console console = session.console();
        console.report(
                ManifestChangeReport.event("withdrawn", version, revision).with("reason", Optional.ofNullable(reason)),
                undo ? reinstated(revision) : withdrawn(revision));
        revision.moved()
                .forEach((channel, lower) -> console.event(ManifestChangeReport.promoted(channel, lower, revision)));
        tellOfChannels(console, revision);
        ManifestChangeReport.remindToSign(console, repository);
        return ExitCode.OK;
    }

    private String withdrawn(ManifestChange revision) {
        if (!revision.changed()) {
            return "nothing to do: " + version + " is already withdrawn";
        }
        List<String> said = new ArrayList<>(List.of("withdrew " + version));
        revision.moved().forEach((channel, lower) -> said.add(channel + " now points at " + lower));
        return String.join("; ", said);
    }

    private String reinstated(ManifestChange revision) {
        return revision.changed()
                ? "users can install " + version + " again"
                : "nothing to do: " + version + " is not withdrawn";
    }

    private void tellOfChannels(Console console, ManifestChange revision) {
        List<String> naming = revision.now().latest().entrySet().stream()
                .filter(channel -> channel.getValue().equals(version))
                .map(channel -> channel.getKey().value())
                .toList();
        if (!undo && !naming.isEmpty()) {
            console.note(String.join(", ", naming) + ": no version to offer, because no lower version can replace "
                    + version);
            console.hint("run `cco release add` to publish a newer version");
        } else if (undo && naming.isEmpty()) {
            console.hint("no channel points at " + version + ": run `cco release promote " + version
                    + " --channel NAME --repository " + repository + "`");
        }
    }
}
