package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Units;
import cco.publisher.signing.RepositoryStatus;
import java.time.InstantSource;
import java.util.List;

/** Reports the state of a repository's metadata. */
public record StatusReport(Console console, InstantSource clock) {

    /** The number of days before expiry from which on the publisher is reminded. */
    private static final int SOON = 14;

    /** Reports a signing, and warns before metadata expires that only offline keys can renew. */
    public void signed(String what, RepositoryStatus status) {
        RepositoryStatus.Role first = status.firstToExpire();
        console.report(
                event(what, status),
                what + " " + status.app() + ": " + status.targets() + " files; renew the " + first.name() + " before "
                        + Units.minute(first.expires()));
        for (RepositoryStatus.Role role : status.roles()) {
            boolean offline = role.name().equals("root") || role.name().equals("targets");
            if (offline && role.daysLeft(clock.instant()) < SOON) {
                console.note("the " + role.name() + " metadata expires in " + days(role));
                console.hint("run `cco release sign" + (role.name().equals("root") ? " --renew-root`" : "`"));
            }
        }
    }

    /** Prints a line for each role. */
    public void checked(RepositoryStatus status) {
        List<String> lines = status.roles().stream()
                .map(role -> "%-10s version %-4d expires %s, in %s"
                        .formatted(role.name(), role.version(), Units.minute(role.expires()), days(role)))
                .toList();
        console.result(event("checked", status), lines);
    }

    private String days(RepositoryStatus.Role role) {
        long days = role.daysLeft(clock.instant());
        return days == 1 ? "1 day" : days + " days";
    }

    private Event event(String name, RepositoryStatus status) {
        Event event = Event.named(name).with("app", status.app()).with("files", status.targets());
        for (RepositoryStatus.Role role : status.roles()) {
            event.with(role.name() + "_version", role.version())
                    .with(role.name() + "_expires", role.expires())
                    .with(role.name() + "_days", role.daysLeft(clock.instant()));
        }
        return event;
    }
}
