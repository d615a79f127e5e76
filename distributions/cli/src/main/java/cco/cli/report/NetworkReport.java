package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Line;
import cco.cli.console.Style;
import cco.core.doctor.ProbeReport;
import cco.core.doctor.ProbeStep;
import cco.core.model.AppName;
import java.util.List;

/** Reports a network probe: one line per step, with its time. */
public final class NetworkReport {

    /** Where texts start, behind the state. */
    private static final int INDENT = 10;

    private NetworkReport() {}

    /** Reports all probes; the exit code is {@link ExitCode#SOURCE} if one failed. */
    public static ExitCode report(Console console, AppName app, List<ProbeReport> checks) {
        for (ProbeReport check : checks) {
            console.lines(List.of(Line.of(check.origin() + ":", Style.BOLD)));
            for (ProbeStep step : check.steps()) {
                console.event(event(app, check.origin(), step));
                console.lines(lines(step));
            }
        }
        return checks.stream().allMatch(ProbeReport::passed) ? ExitCode.OK : ExitCode.SOURCE;
    }

    private static List<Line> lines(ProbeStep step) {
        String time = "%6d ms  ".formatted(step.duration().toMillis()) + step.stage() + ": ";
        return switch (step) {
            case ProbeStep.Passed passed ->
                List.of(Line.of("  ok      " + time + passed.detail()).indented(INDENT));
            case ProbeStep.Failed failed ->
                List.of(
                        Line.of("  failed  ", Style.RED)
                                .plus(time + failed.reason())
                                .indented(INDENT),
                        Line.of(" ".repeat(INDENT) + failed.hint()).indented(INDENT));
        };
    }

    private static Event event(AppName app, String origin, ProbeStep step) {
        Event event = Event.named("hop")
                .with("app", app)
                .with("origin", origin)
                .with("stage", step.stage().id())
                .with("ok", step instanceof ProbeStep.Passed)
                .with("ms", step.duration().toMillis());
        return switch (step) {
            case ProbeStep.Passed passed -> event.with("message", passed.detail());
            case ProbeStep.Failed failed ->
                event.with("message", failed.reason()).with("hint", failed.hint());
        };
    }
}
