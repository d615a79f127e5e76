package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.NetworkReport;
import cco.core.doctor.Doctor;
import cco.core.doctor.Finding;
import cco.core.doctor.HealthReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import com.beust.jcommander.Parameter;
import java.util.ArrayList;
import java.util.List;

/** {@code cco doctor}: says how an installed app is and repairs it, or where the way to its sources ends. */
final class DoctorCommand implements Command {

    @Parameter(names = "--repair")
    private boolean repair;

    @Parameter(names = "--offline")
    private boolean offline;

    @Parameter(names = "--network")
    private boolean network;

    @Parameter(names = "--all")
    private boolean all;

    private AppName app;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.optional("APP", AppName.class, "--all").orElse(AppName.CCO);
        arguments.end();
        arguments.excludes("--network", "--repair");
        if (offline && !repair) {
            throw arguments.refuse("--offline requires --repair");
        }
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        Doctor doctor = session.doctor();
        if (!all) {
            return visit(doctor, app, session);
        }
        List<ExitCode> codes = new ArrayList<>();
        for (AppName each : doctor.apps()) {
            session.console().text(List.of(each + ":"));
            codes.add(ForEachApp.run(session.console(), each, () -> visit(doctor, each, session)));
        }
        return ExitCode.worst(codes);
    }

    private ExitCode visit(Doctor doctor, AppName each, CommandContext session) throws CcoException {
        if (network) {
            return NetworkReport.tell(session.console(), each, session.doctor().probeNetwork(each));
        }
        HealthReport diagnosis = repair ? doctor.repair(each, offline) : doctor.examine(each);
        return tell(session.console(), diagnosis);
    }

    /** Tells everything that was found; the code is that of the worst problem. */
    static ExitCode tell(Console console, HealthReport diagnosis) {
        diagnosis.findings().forEach(finding -> tell(console, diagnosis.app(), finding));
        return ExitCode.worst(diagnosis.problems().stream()
                .map(problem -> problem.reason().map(ExitCode::of).orElse(ExitCode.INSTALL))
                .toList());
    }

    private static void tell(Console console, AppName app, Finding finding) {
        Event event = Event.named("finding").with("app", app).with("subject", finding.subject());
        String about = finding.subject() + ": " + finding.text();
        switch (finding) {
            case Finding.Ok _ ->
                console.result(
                        event.with("state", "ok").with("message", finding.text()), List.of("ok        " + about));
            case Finding.Repaired _ ->
                console.result(
                        event.with("state", "repaired").with("message", finding.text()), List.of("repaired  " + about));
            case Finding.Note remark ->
                console.result(
                        event.with("state", "note")
                                .with("message", finding.text())
                                .with("hint", remark.advice()),
                        List.of("note      " + about, "          " + remark.advice()));
            case Finding.Problem problem ->
                console.result(
                        event.with("state", "problem")
                                .with("message", finding.text())
                                .with("hint", problem.advice()),
                        List.of("problem   " + about, "          " + problem.advice()));
        }
    }
}
