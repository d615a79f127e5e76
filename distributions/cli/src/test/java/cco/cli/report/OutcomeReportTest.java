package cco.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.cli.console.OutputMode;
import cco.cli.console.Screen;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.update.UpdateOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeReportTest {

    private static final AppName APP = new AppName("hello");
    private static final Version OLD = Version.of("1.0.0");
    private static final Version NEW = Version.of("1.1.0");

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(
                        new UpdateOutcome.UpToDate(APP, OLD),
                        "hello 1.0.0 is up to date",
                        "{\"event\":\"up-to-date\",\"app\":\"hello\",\"version\":\"1.0.0\"}"),
                Arguments.of(
                        new UpdateOutcome.HeldBack(APP, OLD, NEW, "it was withdrawn: \u001b[31mboom"),
                        "keeping hello 1.0.0; 1.1.0 is held back: it was withdrawn: [31mboom",
                        "{\"event\":\"held-back\",\"app\":\"hello\",\"version\":\"1.0.0\",\"held-back\":\"1.1.0\","
                                + "\"reason\":\"it was withdrawn: \\u001b[31mboom\"}"),
                Arguments.of(
                        new UpdateOutcome.Updated(APP, OLD, NEW),
                        "updated hello from 1.0.0 to 1.1.0",
                        "{\"event\":\"updated\",\"app\":\"hello\",\"from\":\"1.0.0\",\"to\":\"1.1.0\"}"),
                Arguments.of(
                        new UpdateOutcome.Updated(APP, NEW, OLD),
                        "downgraded hello from 1.1.0 to 1.0.0",
                        "{\"event\":\"updated\",\"app\":\"hello\",\"from\":\"1.1.0\",\"to\":\"1.0.0\"}"),
                Arguments.of(
                        new UpdateOutcome.Installed(APP, NEW, List.of(Path.of("/home/me/.local/bin/hello"))),
                        "installed hello 1.1.0 as /home/me/.local/bin/hello",
                        "{\"event\":\"installed\",\"app\":\"hello\",\"version\":\"1.1.0\","
                                + "\"command\":\"/home/me/.local/bin/hello\","
                                + "\"commands\":[\"/home/me/.local/bin/hello\"]}"),
                Arguments.of(
                        new UpdateOutcome.RolledBack(APP, NEW, OLD),
                        "rolled back hello from 1.1.0 to 1.0.0",
                        "{\"event\":\"rolled-back\",\"app\":\"hello\",\"from\":\"1.1.0\",\"to\":\"1.0.0\"}"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcome_isALineAndAnEvent(UpdateOutcome outcome, String text, String json) {
        Screen people = new Screen();
        OutcomeReport.report(people.text(), outcome, Optional.empty());
        assertEquals(text + "\n", people.out());
        Screen machine = new Screen();
        OutcomeReport.report(machine.json(), outcome, Optional.empty());
        assertEquals(json + "\n", machine.out());
        assertEquals(1, machine.events().size());
    }

    @Test
    void quiet_printsNoOutcome() {
        Screen screen = new Screen();
        OutputMode quiet = new OutputMode(false, true, false, false, false, false, 80);
        OutcomeReport.report(screen.console(quiet), new UpdateOutcome.UpToDate(APP, OLD), Optional.empty());
        assertEquals("", screen.out() + screen.err());
    }
}
