package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.core.model.Channel;
import cco.core.update.UpdateOutcome;
import cco.core.update.UpdateOutcome.Available;
import cco.core.update.UpdateOutcome.HeldBack;
import cco.core.update.UpdateOutcome.Installed;
import cco.core.update.UpdateOutcome.RolledBack;
import cco.core.update.UpdateOutcome.UpToDate;
import cco.core.update.UpdateOutcome.Updated;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports the outcome of a request. */
public final class OutcomeReport {

    private OutcomeReport() {}

    /**
     * Reports one outcome.
     *
     * @param channel the channel, if the request followed one
     */
    public static void report(Console console, UpdateOutcome outcome, Optional<Channel> channel) {
        switch (outcome) {
            case UpToDate(var app, var current) ->
                console.report(
                        Event.named("up-to-date").with("app", app).with("version", current),
                        app + " " + current + " is up to date");
            case Available(var app, var change) -> {
                UpdateOffer offer = UpdateOffer.of(app, change, channel);
                console.result(offer.event("available"), offer.available());
            }
            case HeldBack heldBack -> report(console, heldBack);
            case Updated updated -> report(console, updated);
            case Installed(var app, var version, var commands) ->
                console.report(
                        Event.named("installed")
                                .with("app", app)
                                .with("version", version)
                                .with("command", commands.getFirst())
                                .with("commands", commands),
                        "installed " + app + " " + version + " as "
                                + commands.stream().map(Path::toString).collect(Collectors.joining(", ")));
            case RolledBack(var app, var from, var to) ->
                console.report(
                        Event.named("rolled-back")
                                .with("app", app)
                                .with("from", from)
                                .with("to", to),
                        "rolled back " + app + " from " + from + " to " + to);
        }
    }

    private static void report(Console console, HeldBack outcome) {
        console.report(
                Event.named("held-back")
                        .with("app", outcome.app())
                        .with("version", outcome.current())
                        .with("held-back", outcome.version())
                        .with("reason", outcome.reason()),
                "keeping " + outcome.app() + " " + outcome.current() + "; " + outcome.version() + " is held back: "
                        + outcome.reason());
    }

    private static void report(Console console, Updated outcome) {
        boolean down = outcome.to().compareTo(outcome.from()) < 0;
        console.report(
                Event.named("updated")
                        .with("app", outcome.app())
                        .with("from", outcome.from())
                        .with("to", outcome.to()),
                down
                        ? "downgraded " + outcome.app() + " from " + outcome.from() + " to " + outcome.to()
                        : "updated " + outcome.app() + " from " + outcome.from() + " to " + outcome.to());
    }
}
