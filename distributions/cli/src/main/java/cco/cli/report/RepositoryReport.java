package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.core.error.CcoException;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.manifest.Rollout;
import cco.publisher.project.Destination;
import cco.publisher.signing.RepositoryStatus;
import cco.publisher.upload.DestinationStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reports what a repository offers, what is signed, and what is uploaded. */
public record RepositoryReport(Console console, InstantSource clock, Manifest manifest) {

    /** Prints a line for each channel. */
    public void channels() {
        manifest.latest().forEach((channel, version) -> {
            Optional<Release> release = manifest.release(version);
            Optional<Integer> percent = release.flatMap(Release::rollout).map(Rollout::percent);
            String share =
                    percent.map(number -> ", rolled out to " + number + " %").orElse("");
            String withdrawn =
                    release.flatMap(Release::withdrawn).map(_ -> ", withdrawn").orElse("");
            console.result(
                    Event.named("pointer")
                            .with("app", manifest.app())
                            .with("channel", channel)
                            .with("version", version)
                            .with("rollout", percent),
                    List.of("%-10s points at %s%s%s".formatted(channel, version, share, withdrawn)));
        });
    }

    /**
     * Prints a line for each role, and the files that are not signed yet.
     *
     * @param unsigned paths of files in the manifest
     */
    public void signatures(RepositoryStatus status, List<String> unsigned) {
        new StatusReport(console, clock).checked(status);
        for (String path : unsigned) {
            console.result(
                    Event.named("unsigned").with("app", manifest.app()).with("path", path),
                    List.of("unsigned   " + path));
        }
        if (!unsigned.isEmpty()) {
            console.hint("run `cco release sign` to sign them");
        }
    }

    /** Says that the repository has no signed metadata. */
    public void unsigned() {
        console.note(manifest.app() + "'s releases are unsigned");
    }

    /** Prints what a destination serves. */
    public void destination(DestinationStatus status) {
        String place = status.destination().toString();
        String line =
                switch (status.state()) {
                    case EMPTY -> place + " has no release";
                    case CURRENT -> place + " is current";
                    case BEHIND ->
                        place + " is behind: it serves manifest " + status.serial() + ", timestamp "
                                + status.timestamp();
                    case FOREIGN -> status.message();
                };
        console.result(
                Event.named("destination")
                        .with("destination", status.destination())
                        .with("state", status.state())
                        .with("serial", status.serial())
                        .with("timestamp", status.timestamp()),
                List.of(line));
    }

    /** Prints why a destination cannot be read. */
    public void unreadable(Destination destination, CcoException reason) {
        console.result(
                Event.named("destination").with("destination", destination).with("state", "unreadable"),
                List.of(destination + " is unreadable: " + reason.getMessage()));
    }
}
