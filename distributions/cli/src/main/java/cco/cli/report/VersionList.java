package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Table;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.update.InstalledApp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Versions of one app, newest first: those that the publisher lists, and those that are installed. */
public final class VersionList {

    /** One version; the release is absent if it is only known to be installed. */
    private record Row(
            Version version, Optional<Release> release, List<Channel> channels, boolean installed, boolean current) {

        /** What there is to say about it; the words, not the columns, carry the meaning. */
        String remarks() {
            List<String> remarks = new ArrayList<>();
            if (current) {
                remarks.add("current");
            } else if (installed) {
                remarks.add("installed");
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

    /** All that the publisher lists, and what is installed besides. */
    public static VersionList released(AppName app, Manifest manifest, Optional<InstalledApp> installed) {
        Set<Version> versions = new TreeSet<>(Comparator.reverseOrder());
        versions.addAll(manifest.versions().keySet());
        installed.ifPresent(local -> versions.addAll(local.versions()));
        List<Row> rows = versions.stream()
                .map(version -> new Row(
                        version,
                        manifest.release(version),
                        channels(manifest, version),
                        installed
                                .filter(local -> local.versions().contains(version))
                                .isPresent(),
                        installed
                                .filter(local -> local.current().equals(version))
                                .isPresent()))
                .toList();
        return new VersionList(app, rows);
    }

    /** Only what is installed. */
    public static VersionList installed(InstalledApp installed) {
        List<Row> rows = installed.versions().stream()
                .sorted(Comparator.reverseOrder())
                .map(version -> new Row(
                        version,
                        Optional.empty(),
                        List.of(),
                        true,
                        installed.current().equals(version)))
                .toList();
        return new VersionList(installed.app(), rows);
    }

    public void tell(Console console) {
        Table table = new Table("VERSION", "RELEASED", "CHANNELS", "REMARKS");
        for (Row row : rows) {
            table.row(
                    row.version().toString(),
                    row.release().map(release -> day(release).toString()).orElse("-"),
                    String.join(
                            ", ", row.channels().stream().map(Channel::value).toList()),
                    row.remarks());
            console.event(event(row));
        }
        console.text(table.lines());
    }

    private Event event(Row row) {
        return Event.named("release")
                .with("app", app)
                .with("version", row.version())
                .with("date", row.release().map(Release::date))
                .with("channels", row.channels())
                .with("installed", row.installed())
                .with("current", row.current())
                .with("notes", row.release().flatMap(Release::notes))
                .with("withdrawn", row.release().flatMap(Release::withdrawn));
    }

    private static List<Channel> channels(Manifest manifest, Version version) {
        return manifest.latest().entrySet().stream()
                .filter(channel -> channel.getValue().equals(version))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static LocalDate day(Release release) {
        return LocalDate.ofInstant(release.date(), ZoneOffset.UTC);
    }
}
