package cco.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.cli.console.Screen;
import cco.core.doctor.Finding;
import cco.core.doctor.Finding.Subject;
import cco.core.doctor.HealthReport;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.model.AppName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingReportTest {

    private static final AppName HELLO = new AppName("hello");

    private final Screen screen = new Screen();

    private static Finding problem(Optional<CcoException> reason) {
        return new Finding.Problem(Subject.FILES, "1.0.0: hello is missing", "cco doctor hello --repair", reason);
    }

    private ExitCode report(Finding... findings) {
        return FindingReport.report(screen.text(), new HealthReport(HELLO, List.of(findings)));
    }

    @Test
    void problems_comeFirst_andASummaryLast() {
        assertEquals(
                ExitCode.INSTALL,
                report(
                        new Finding.Ok(Subject.LOCK, "free"),
                        new Finding.Note(Subject.PATH, "not on your PATH", "add it"),
                        problem(Optional.empty()),
                        new Finding.Repaired(Subject.CURRENT, "no version is current")));
        assertEquals("""
                problem   files: 1.0.0: hello is missing
                          cco doctor hello --repair
                note      path: not on your PATH
                          add it
                repaired  current: no version is current
                ok        lock: free
                hello: 1 problem, 1 note, 1 repaired, 1 ok
                """, screen.out());
    }

    @Test
    void problemReason_decidesTheExitCode() {
        assertEquals(ExitCode.VERIFICATION, report(problem(Optional.of(new VerificationException("m", "h")))));
    }

    @Test
    void repairedProblem_isSuccess() {
        Finding repaired = new Finding.Repaired(Subject.CURRENT, "none");
        assertEquals(ExitCode.OK, report(repaired, new Finding.Note(Subject.PATH, "not there", "add it")));
    }

    @Test
    void finding_isAlsoAnEvent() throws JsonException {
        FindingReport.report(screen.json(), new HealthReport(HELLO, List.of(problem(Optional.empty()))));
        assertEquals("finding", screen.events().getFirst().text("event"));
        assertEquals("problem", screen.events().getFirst().text("state"));
        assertEquals("files", screen.events().getFirst().text("subject"));
        assertEquals("cco doctor hello --repair", screen.events().getFirst().text("hint"));
    }
}
