package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.core.doctor.ProbeReport;
import cco.core.doctor.ProbeStep;
import cco.core.model.AppName;
import java.util.ArrayList;
import java.util.List;

/** Reports a network probe: one line per step, with its time. */
public final class NetworkReport {

    private NetworkReport() {}

    /** Reports all probes; the exit code is {@link ExitCode#SOURCE} if one failed. */
    public static ExitCode report(Console console, AppName app, List<ProbeReport> checks) {
        for (ProbeReport check : checks) {
            console.text(List.of(check.origin() + ":"));
            for (ProbeStep hop : check.steps()) {
                console.result(event(app, check.origin(), hop), lines(hop));
            }
        }
        return checks.stream().allMatch(ProbeReport::passed) ? ExitCode.OK : ExitCode.SOURCE;
    }

    private static List<String> lines(ProbeStep hop) {
        String time = "%6d ms  ".formatted(hop.duration().toMillis());
        List<String> lines = new ArrayList<>();
        switch (hop) {
            case ProbeStep.Passed passed -> lines.add("  ok      " + time + passed.stage() + ": " + passed.detail());
            case ProbeStep.Failed failed -> {
                lines.add("  failed  " + time + failed.stage() + ": " + failed.reason());
                lines.add("          " + failed.hint());
            }
        }
        return lines;
    }

    private static Event event(AppName app, String origin, ProbeStep hop) {
        Event event = Event.named("hop")
                .with("app", app)
                .with("origin", origin)
                .with("stage", hop.stage().id())
                .with("ok", hop instanceof ProbeStep.Passed)
                .with("ms", hop.duration().toMillis());
        return switch (hop) {
            case ProbeStep.Passed passed -> event.with("message", passed.detail());
            case ProbeStep.Failed failed ->
                event.with("message", failed.reason()).with("hint", failed.hint());
        };
    }
}
