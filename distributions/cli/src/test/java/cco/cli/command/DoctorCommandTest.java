package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.cli.report.ExitCode;
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

class DoctorCommandTest {

    private static final AppName HELLO = new AppName("hello");

    private final Screen screen = new Screen();

    private static Finding problem(Optional<CcoException> reason) {
        return new Finding.Problem(Subject.FILES, "1.0.0: hello is missing", "cco doctor hello --repair", reason);
    }

    private ExitCode tell(Finding... findings) {
        return DoctorCommand.tell(screen.text(), new HealthReport(HELLO, List.of(findings)));
    }

    @Test
    void eachLine_beginsWithItsState_andSaysWhatToDo() {
        assertEquals(
                ExitCode.INSTALL,
                tell(
                        new Finding.Ok(Subject.LOCK, "free"),
                        new Finding.Note(Subject.PATH, "not on your PATH", "add it"),
                        problem(Optional.empty()),
                        new Finding.Repaired(Subject.CURRENT, "no version is current")));
        assertEquals("""
                ok        lock: free
                note      path: not on your PATH
                          add it
                problem   files: 1.0.0: hello is missing
                          cco doctor hello --repair
                repaired  current: no version is current
                """, screen.out());
    }

    @Test
    void theReasonOfAProblem_decidesAboutTheCode() {
        assertEquals(ExitCode.VERIFICATION, tell(problem(Optional.of(new VerificationException("m", "h")))));
    }

    @Test
    void whatIsRepaired_isNoFailure() {
        Finding repaired = new Finding.Repaired(Subject.CURRENT, "none");
        assertEquals(ExitCode.OK, tell(repaired, new Finding.Note(Subject.PATH, "not there", "add it")));
    }

    @Test
    void aMachine_isToldTheSame() throws JsonException {
        DoctorCommand.tell(screen.json(), new HealthReport(HELLO, List.of(problem(Optional.empty()))));
        assertEquals("finding", screen.events().getFirst().text("event"));
        assertEquals("problem", screen.events().getFirst().text("state"));
        assertEquals("files", screen.events().getFirst().text("subject"));
        assertEquals("cco doctor hello --repair", screen.events().getFirst().text("hint"));
    }
}
