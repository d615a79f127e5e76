package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.core.OriginCheck;
import cco.core.model.AppName;
import cco.core.model.Hop;
import java.util.ArrayList;
import java.util.List;

/** Tells how far the way to each of an app's repositories goes: one line a step, with its time. */
final class NetworkReport {

    private NetworkReport() {}

    /** Tells all of them; the code is that of an unreachable source if there is no way to some repository. */
    static ExitCode tell(Console console, AppName app, List<OriginCheck> checks) {
        for (OriginCheck check : checks) {
            console.text(List.of(check.origin() + ":"));
            for (Hop hop : check.hops()) {
                console.result(event(app, check.origin(), hop), lines(hop));
            }
        }
        return checks.stream().allMatch(OriginCheck::passed) ? ExitCode.OK : ExitCode.SOURCE;
    }

    private static List<String> lines(Hop hop) {
        String time = "%6d ms  ".formatted(hop.took().toMillis());
        List<String> lines = new ArrayList<>();
        switch (hop) {
            case Hop.Passed passed -> lines.add("  ok      " + time + passed.stage() + ": " + passed.detail());
            case Hop.Failed failed -> {
                lines.add("  failed  " + time + failed.stage() + ": " + failed.reason());
                lines.add("          " + failed.hint());
            }
        }
        return lines;
    }

    private static Event event(AppName app, String origin, Hop hop) {
        Event event = Event.named("hop")
                .with("app", app)
                .with("origin", origin)
                .with("stage", hop.stage().id())
                .with("ok", hop instanceof Hop.Passed)
                .with("ms", hop.took().toMillis());
        return switch (hop) {
            case Hop.Passed passed -> event.with("message", passed.detail());
            case Hop.Failed failed -> event.with("message", failed.reason()).with("hint", failed.hint());
        };
    }
}
