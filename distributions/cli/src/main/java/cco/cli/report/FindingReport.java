package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Line;
import cco.cli.console.Style;
import cco.core.doctor.Finding;
import cco.core.doctor.HealthReport;
import cco.core.model.AppName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reports the findings of the doctor. */
public final class FindingReport {

    /** Where texts start, behind the state. */
    private static final int INDENT = 10;

    private FindingReport() {}

    /** Prints all findings; the exit code is that of the most serious problem. */
    public static ExitCode report(Console console, HealthReport health) {
        health.findings().stream()
                .sorted(Comparator.comparing(FindingReport::rank))
                .forEach(finding -> report(console, health.app(), finding));
        console.lines(List.of(summary(health)));
        return ExitCode.worst(health.problems().stream()
                .map(problem -> problem.reason().map(ExitCode::of).orElse(ExitCode.INSTALL))
                .toList());
    }

    private static void report(Console console, AppName app, Finding finding) {
        String state = state(finding);
        Optional<String> advice = advice(finding);
        console.event(Event.named("finding")
                .with("app", app)
                .with("subject", finding.subject())
                .with("state", state)
                .with("message", finding.text())
                .with("hint", advice));
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(state, style(finding))
                .plus(" ".repeat(INDENT - state.length()) + finding.subject() + ": " + finding.text())
                .indented(INDENT));
        advice.ifPresent(text -> lines.add(Line.of(" ".repeat(INDENT) + text).indented(INDENT)));
        console.lines(lines);
    }

    /** Problems first. */
    private static int rank(Finding finding) {
        return switch (finding) {
            case Finding.Problem _ -> 0;
            case Finding.Note _ -> 1;
            case Finding.Repaired _ -> 2;
            case Finding.Ok _ -> 3;
        };
    }

    private static Line summary(HealthReport health) {
        Map<Integer, Long> counts = health.findings().stream()
                .collect(Collectors.groupingBy(FindingReport::rank, TreeMap::new, Collectors.counting()));
        List<String> parts = new ArrayList<>();
        counts.forEach((rank, count) -> parts.add(count + " " + words(rank, count)));
        boolean sound = health.problems().isEmpty();
        return Line.of(health.app() + ": " + String.join(", ", parts), sound ? Style.GREEN : Style.RED);
    }

    private static String words(int rank, long count) {
        return switch (rank) {
            case 0 -> count == 1 ? "problem" : "problems";
            case 1 -> count == 1 ? "note" : "notes";
            case 2 -> "repaired";
            default -> "ok";
        };
    }

    private static String state(Finding finding) {
        return switch (finding) {
            case Finding.Ok _ -> "ok";
            case Finding.Repaired _ -> "repaired";
            case Finding.Note _ -> "note";
            case Finding.Problem _ -> "problem";
        };
    }

    private static Style style(Finding finding) {
        return switch (finding) {
            case Finding.Ok _ -> Style.PLAIN;
            case Finding.Repaired _ -> Style.GREEN;
            case Finding.Note _ -> Style.MAGENTA;
            case Finding.Problem _ -> Style.RED;
        };
    }

    private static Optional<String> advice(Finding finding) {
        return switch (finding) {
            case Finding.Ok _, Finding.Repaired _ -> Optional.empty();
            case Finding.Note note -> Optional.of(note.advice());
            case Finding.Problem problem -> Optional.of(problem.advice());
        };
    }
}
