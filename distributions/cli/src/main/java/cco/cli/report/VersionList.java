package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Style;
import cco.cli.console.Table;
import cco.cli.console.Units;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.update.InstalledApp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The released and installed versions of an app, newest first. */
public final class VersionList {

    /** A version; it has no release if it is only installed. */
    private record Row(
            Version version, Optional<Release> release, List<Channel> channels, Optional<InstalledApp> local) {

        boolean installed() {
            return local.filter(app -> app.versions().contains(version)).isPresent();
        }

        boolean current() {
            return local.filter(app -> app.current().equals(version)).isPresent();
        }

        boolean held() {
            return local.flatMap(InstalledApp::hold)
                    .filter(hold -> hold.version().equals(version))
                    .isPresent();
        }

        /** Whether the version did not work on this machine. */
        boolean quarantined() {
            return local.stream()
                    .flatMap(app -> app.quarantine().stream())
                    .anyMatch(failed -> failed.version().equals(version));
        }

        /** Current or installed, and why it was withdrawn. */
        String remarks() {
            List<String> remarks = new ArrayList<>();
            if (current()) {
                remarks.add("current");
            } else if (installed()) {
                remarks.add("installed");
            }
            if (held()) {
                remarks.add("held");
            }
            if (quarantined()) {
                remarks.add("did not work here");
            }
            release.flatMap(Release::withdrawn).ifPresent(reason -> remarks.add("withdrawn: " + reason));
            return String.join(", ", remarks);
        }
    }

    private final AppName app;
    private final List<Row> rows;

    private VersionList(AppName app, List<Row> rows) {
        this.app = app;
        this.rows = rows;
    }

    /** The released versions, and the installed ones that are not released. */
    public static VersionList released(AppName app, Manifest manifest, Optional<InstalledApp> installed) {
        Set<Version> versions = new TreeSet<>(Comparator.reverseOrder());
        versions.addAll(manifest.versions().keySet());
        installed.ifPresent(local -> versions.addAll(local.versions()));
        List<Row> rows = versions.stream()
                .map(version -> new Row(version, manifest.release(version), channels(manifest, version), installed))
                .toList();
        return new VersionList(app, rows);
    }

    /** Only the installed versions. */
    public static VersionList installed(InstalledApp installed) {
        List<Row> rows = installed.versions().stream()
                .sorted(Comparator.reverseOrder())
                .map(version -> new Row(version, Optional.empty(), List.of(), Optional.of(installed)))
                .toList();
        return new VersionList(installed.app(), rows);
    }

    /** Prints the first rows of the table. */
    public void show(Console console, int limit) {
        Table table = new Table("VERSION", "RELEASED", "CHANNELS", "REMARKS");
        for (Row row : rows.stream().limit(limit).toList()) {
            table.row(
                    row.current() ? Style.GREEN : Style.PLAIN,
                    row.version().toString(),
                    row.release().map(release -> Units.day(release.date())).orElse("-"),
                    String.join(
                            ", ", row.channels().stream().map(Channel::value).toList()),
                    row.remarks());
            console.event(event(row));
        }
        console.table(table);
    }

    private Event event(Row row) {
        return Event.named("release")
                .with("app", app)
                .with("version", row.version())
                .with("date", row.release().map(Release::date))
                .with("channels", row.channels())
                .with("installed", row.installed())
                .with("current", row.current())
                .with("held", row.held())
                .with("quarantined", row.quarantined())
                .with("notes", row.release().flatMap(Release::notes))
                .with("withdrawn", row.release().flatMap(Release::withdrawn));
    }

    private static List<Channel> channels(Manifest manifest, Version version) {
        return manifest.latest().entrySet().stream()
                .filter(channel -> channel.getValue().equals(version))
                .map(Map.Entry::getKey)
                .toList();
    }
}
