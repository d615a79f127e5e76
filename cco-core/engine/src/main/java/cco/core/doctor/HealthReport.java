package cco.core.doctor;

import cco.core.error.CcoException;
import cco.core.model.AppName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The health of an app.
 *
 * @param app the examined app
 * @param findings sorted by subject
 */
public record HealthReport(AppName app, List<Finding> findings) {

    /** Creates a report with a copy of its findings. */
    public HealthReport {
        findings = List.copyOf(findings);
    }

    /** {@return the problems} The list is empty for a healthy app. */
    public List<Finding.Problem> problems() {
        return findings.stream()
                .filter(Finding.Problem.class::isInstance)
                .map(Finding.Problem.class::cast)
                .toList();
    }

    boolean hasProblem(Finding.Subject subject) {
        return problems().stream().anyMatch(problem -> problem.subject() == subject);
    }

    /**
     * Compares this report with the one before a repair. A solved problem becomes repaired, unless its repair failed
     * and another problem took its place; an unsolved one gets the reason.
     */
    HealthReport since(HealthReport before, Map<Finding.Subject, CcoException> failures) {
        List<String> still = problems().stream().map(Finding.Problem::text).toList();
        List<Finding> result = new ArrayList<>();
        for (Finding.Subject subject : Finding.Subject.values()) {
            for (Finding.Problem problem : before.problems()) {
                if (problem.subject() == subject && !still.contains(problem.text())) {
                    boolean failed = failures.containsKey(subject) && !hasProblem(subject);
                    result.add(
                            failed
                                    ? problem.because(failures.get(subject))
                                    : new Finding.Repaired(subject, problem.text()));
                }
            }
            for (Finding finding : findings) {
                if (finding.subject() == subject) {
                    result.add(
                            finding instanceof Finding.Problem problem && failures.containsKey(subject)
                                    ? problem.because(failures.get(subject))
                                    : finding);
                }
            }
        }
        return new HealthReport(app, result);
    }
}
