package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Units;
import cco.publisher.signing.RepositoryStatus;
import java.time.InstantSource;
import java.util.List;

/** Tells how a repository's metadata stand. */
public record StatusReport(Console console, InstantSource clock) {

    /** From so many days on, somebody should think of it. */
    private static final int SOON = 14;

    /** After something was signed; what only the offline keys renew is noted before it is too late. */
    public void signed(String what, RepositoryStatus standing) {
        RepositoryStatus.Role first = standing.firstToExpire();
        console.report(
                event(what, standing),
                what + " " + standing.app() + ": " + standing.targets() + " files; renew the " + first.name()
                        + " before " + Units.minute(first.expires()));
        for (RepositoryStatus.Role role : standing.roles()) {
            boolean offline = role.name().equals("root") || role.name().equals("targets");
            if (offline && role.daysLeft(clock.instant()) < SOON) {
                console.note("the " + role.name() + " metadata expires in " + days(role));
                console.hint("run `cco release sign" + (role.name().equals("root") ? " --renew-root`" : "`"));
            }
        }
    }

    /** One line a role. */
    public void checked(RepositoryStatus standing) {
        List<String> lines = standing.roles().stream()
                .map(role -> "%-10s version %-4d expires %s, in %s"
                        .formatted(role.name(), role.version(), Units.minute(role.expires()), days(role)))
                .toList();
        console.result(event("checked", standing), lines);
    }

    private String days(RepositoryStatus.Role role) {
        long days = role.daysLeft(clock.instant());
        return days == 1 ? "1 day" : days + " days";
    }

    private Event event(String name, RepositoryStatus standing) {
        Event event = Event.named(name).with("app", standing.app()).with("files", standing.targets());
        for (RepositoryStatus.Role role : standing.roles()) {
            event.with(role.name() + "_version", role.version())
                    .with(role.name() + "_expires", role.expires())
                    .with(role.name() + "_days", role.daysLeft(clock.instant()));
        }
        return event;
    }
}
