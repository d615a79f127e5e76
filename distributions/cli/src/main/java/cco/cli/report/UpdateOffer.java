package cco.cli.report;

import cco.cli.console.Event;
import cco.cli.console.Units;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.plan.UpdatePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A release that can be installed.
 *
 * @param from the installed version; empty for a new app
 * @param channel that offers it; empty if the user asked for the version
 * @param size of the download in bytes
 * @param newer the newest release of the channel, if this machine may not have it yet
 */
public record UpdateOffer(
        AppName app,
        Optional<Version> from,
        Release release,
        Optional<Channel> channel,
        long size,
        Optional<UpdatePlan.NotForYou> newer) {

    /** The offer of a planned change. */
    public static UpdateOffer of(AppName app, UpdatePlan.Change change, Optional<Channel> channel) {
        long size = change.archive().downloadSize(change.from());
        return new UpdateOffer(app, change.from(), change.release(), channel, size, change.newer());
    }

    /** The lines that announce it. */
    public List<String> available() {
        String installed = from.map(version -> " (installed: " + version + ")").orElse("");
        return withDetails(app + " " + release.version() + " is available" + installed);
    }

    /** The lines that say what an update would do. */
    public List<String> planned() {
        String what = from.map(version -> isDowngrade(version)
                        ? "would downgrade " + app + " from " + version + " to " + release.version()
                        : "would update " + app + " from " + version + " to " + release.version())
                .orElse("would install " + app + " " + release.version());
        return withDetails(what);
    }

    /** The question whether to install it. */
    public String question() {
        return isDowngrade() ? "install this older version?" : "install it now?";
    }

    /** An event about the offer. */
    public Event event(String name) {
        return Event.named(name)
                .with("app", app)
                .with("from", from)
                .with("to", release.version())
                .with("channel", channel)
                .with("size", size)
                .with("date", release.date())
                .with("notes", release.notes())
                .with("breaking", release.breaking())
                .with("critical", release.critical())
                .with("held-back", newer.map(UpdatePlan.NotForYou::version))
                .with("reason", newer.map(UpdatePlan.NotForYou::reason));
    }

    /** Whether a newer version is installed. */
    public boolean isDowngrade() {
        return from.filter(this::isDowngrade).isPresent();
    }

    private boolean isDowngrade(Version installed) {
        return release.version().compareTo(installed) < 0;
    }

    private List<String> withDetails(String headline) {
        List<String> lines = new ArrayList<>(List.of(headline));
        channel.ifPresent(name -> lines.add("  channel:   " + name));
        lines.add("  released:  " + Units.day(release.date()));
        lines.add("  download:  " + Units.bytes(size));
        release.notes().ifPresent(notes -> lines.add("  notes:     " + notes));
        if (release.breaking()) {
            lines.add("  breaking:  yes, read the release notes first");
        }
        if (release.critical()) {
            lines.add("  critical:  yes, the publisher asks you to update now");
        }
        newer.ifPresent(held -> lines.add("  newer:     " + held.version() + " is held back: " + held.reason()));
        return lines;
    }
}
