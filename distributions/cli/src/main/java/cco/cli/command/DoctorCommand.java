package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.FindingReport;
import cco.cli.report.NetworkReport;
import cco.core.doctor.Doctor;
import cco.core.doctor.HealthReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import com.beust.jcommander.Parameter;
import java.util.ArrayList;
import java.util.List;

/** {@code cco doctor}: checks and repairs an installation, or checks the connection to its sources. */
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
    public ExitCode run(CommandContext context) throws CcoException {
        Doctor doctor = context.doctor();
        if (!all) {
            return examine(doctor, app, context);
        }
        List<ExitCode> codes = new ArrayList<>();
        for (AppName each : doctor.apps()) {
            context.console().text(List.of(each + ":"));
            codes.add(ForEachApp.run(context.console(), each, () -> examine(doctor, each, context)));
        }
        return ExitCode.worst(codes);
    }

    private ExitCode examine(Doctor doctor, AppName each, CommandContext context) throws CcoException {
        if (network) {
            return NetworkReport.report(context.console(), each, doctor.probeNetwork(each));
        }
        HealthReport health = repair ? doctor.repair(each, offline) : doctor.examine(each);
        return FindingReport.report(context.console(), health);
    }
}
