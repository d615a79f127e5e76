package cco.core.doctor;

import cco.core.error.CcoException;
import cco.core.model.AppName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How an app is.
 *
 * @param findings in the order of their subjects
 */
public record HealthReport(AppName app, List<Finding> findings) {

    public HealthReport {
        findings = List.copyOf(findings);
    }

    /** What is broken. */
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
     * This diagnosis, made after a repair: what was broken before and is not any more is told as repaired, unless its
     * repair has failed and something else has taken its place; what is still broken, with the reason why.
     */
    HealthReport since(HealthReport before, Map<Finding.Subject, CcoException> failures) {
        List<String> still = problems().stream().map(Finding.Problem::text).toList();
        List<Finding> told = new ArrayList<>();
        for (Finding.Subject subject : Finding.Subject.values()) {
            for (Finding.Problem problem : before.problems()) {
                if (problem.subject() == subject && !still.contains(problem.text())) {
                    boolean failed = failures.containsKey(subject) && !hasProblem(subject);
                    told.add(
                            failed
                                    ? problem.because(failures.get(subject))
                                    : new Finding.Repaired(subject, problem.text()));
                }
            }
            for (Finding finding : findings) {
                if (finding.subject() == subject) {
                    told.add(
                            finding instanceof Finding.Problem problem && failures.containsKey(subject)
                                    ? problem.because(failures.get(subject))
                                    : finding);
                }
            }
        }
        return new HealthReport(app, told);
    }
}
