package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Units;
import cco.core.manifest.Archive;
import cco.core.manifest.Manifest;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import cco.publisher.delta.DeltaResult;
import cco.publisher.project.Destination;
import cco.publisher.publish.CompressedArchive;
import cco.publisher.repository.AddResult;
import cco.publisher.repository.ManifestChange;
import cco.publisher.upload.UploadResult;
import cco.publisher.upload.UploadStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reports the steps of publishing one version. */
public record PublishReport(Console console, AppName app, Version version) {

    /** The report of a command that concerns all versions. */
    public static PublishReport of(Console console, Manifest manifest) {
        return new PublishReport(console, manifest.app(), manifest.versions().lastKey());
    }

    /** Reports the builds of all platforms. */
    public void added(Map<Platform, AddResult> results) {
        results.forEach(this::added);
    }

    /** Reports one build. */
    public void added(Platform platform, AddResult added) {
        List<String> now = new ArrayList<>();
        added.channels().forEach((channel, target) -> now.add(channel + " points at " + target));
        String archive = added.archive().file().path();
        Event event = Event.named("published")
                .with("app", app)
                .with("version", version)
                .with("platform", platform)
                .with("archive", archive)
                .with("sha256", added.archive().file().sha256())
                .with("size", added.archive().file().size())
                .with("changed", added.changed())
                .with("serial", added.serial());
        String what = added.changed() ? "published " + archive : "nothing to do: " + archive + " is already published";
        console.report(event, what + "; " + String.join(", ", now));
    }

    /** Reports to how many users the version is offered. */
    public void rolledOut(Channel channel, ManifestChange change) {
        console.report(
                ManifestChangeReport.promoted(channel, version, change),
                channel + " points at " + version + ManifestChangeReport.share(version, change));
    }

    /** Reports a delta. */
    public void delta(DeltaResult result) {
        Event event = Event.named("delta")
                .with("version", version)
                .with("from", result.from())
                .with("platform", result.platform())
                .with("size", result.size())
                .with("archive-size", result.archiveSize())
                .with("published", result.state() != DeltaResult.State.TOO_LARGE);
        console.report(event, line(result));
    }

    /** Reports an archive that was compressed again. */
    public void compressed(CompressedArchive result) {
        String sizes = Units.bytes(result.size()) + " instead of " + Units.bytes(result.archiveSize());
        console.report(
                Event.named("compressed")
                        .with("version", version)
                        .with("platform", result.platform())
                        .with("size", result.size())
                        .with("archive-size", result.archiveSize())
                        .with("published", result.published()),
                result.platform() + ", .tar.xz: " + sizes
                        + (result.published() ? "" : ", not published: users download the .tar.gz file"));
    }

    private String line(DeltaResult result) {
        String sizes = Units.bytes(result.size()) + " instead of " + Units.bytes(result.archiveSize());
        String what = result.platform() + ", " + result.from() + " to " + version + ": " + sizes;
        return switch (result.state()) {
            case PUBLISHED -> what;
            case ALREADY_PUBLISHED -> what + ", already published";
            case TOO_LARGE -> what + ", not published: users download the archive";
        };
    }

    /** Reports that a client accepts the version, and whether it was installed for that. */
    public void checked(boolean installed) {
        console.report(
                Event.named("verified")
                        .with("app", app)
                        .with("version", version)
                        .with("installed", installed),
                "checked " + app + " " + version + " as a client: "
                        + (installed ? "it installs and starts" : "every file is signed"));
    }

    /** Says that an upload starts. */
    public void uploading(Destination destination) {
        console.progress("uploading to " + destination);
    }

    /** Reports an upload. */
    public void uploaded(UploadResult result) {
        Event event = Event.named("uploaded")
                .with("app", app)
                .with("destination", result.destination())
                .with("serial", result.serial())
                .with("timestamp", result.timestamp())
                .with("files", result.sent())
                .with("deleted", result.deleted());
        String deleted = result.deleted() == 0 ? "" : ", deleted " + result.deleted() + " old ones";
        console.report(
                event, "uploaded " + app + " to " + result.destination() + ": " + result.sent() + " files" + deleted);
    }

    /** Says what users would see. */
    public void wouldPublish(Optional<Manifest> before, Manifest after) {
        Map<Platform, Archive> present = before.flatMap(manifest -> manifest.release(version))
                .map(release -> release.platforms())
                .orElse(Map.of());
        Map<Platform, Archive> archives = after.release(version).orElseThrow().platforms();
        archives.forEach((platform, archive) -> {
            boolean changed = !archive.equals(present.get(platform));
            console.report(
                    Event.named("planned-release")
                            .with("app", app)
                            .with("version", version)
                            .with("platform", platform)
                            .with("archive", archive.file().path())
                            .with("sha256", archive.file().sha256())
                            .with("size", archive.file().size())
                            .with("deltas", archive.deltas().size())
                            .with("changed", changed),
                    (changed ? "would publish " : "already published: ")
                            + archive.file().path() + ", "
                            + Units.bytes(archive.file().size())
                            + deltas(archive.deltas().size()));
        });
        after.latest().forEach((channel, target) -> moves(before, channel, target));
    }

    private static String deltas(int count) {
        return count == 0 ? "" : count == 1 ? ", with 1 delta" : ", with " + count + " deltas";
    }

    private void moves(Optional<Manifest> before, Channel channel, Version target) {
        Optional<Version> from = before.map(manifest -> manifest.latest().get(channel));
        if (from.isEmpty() || !from.get().equals(target)) {
            console.report(
                    Event.named("planned-channel")
                            .with("app", app)
                            .with("channel", channel)
                            .with("from", from)
                            .with("to", target),
                    channel + " would point at " + target
                            + from.map(version -> " instead of " + version).orElse(""));
        }
    }

    /** Says what an upload would send, apart from new signed metadata. */
    public void wouldUpload(Destination destination, SortedMap<UploadStep, Map<String, Long>> preview) {
        if (preview.isEmpty()) {
            console.note(destination + " has everything");
        }
        preview.forEach((step, files) -> files.forEach((path, size) -> console.report(
                Event.named("planned-upload")
                        .with("destination", destination)
                        .with("step", step.ordinal() + 1)
                        .with("path", path)
                        .with("size", size),
                "would upload to " + destination + ": " + path + ", " + Units.bytes(size))));
    }
}
