package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.telemetry.Telemetry;
import java.util.List;

/** {@code cco telemetry}: shows, sends or deletes usage statistics. */
final class TelemetryCommand implements Command {

    private static final List<String> ACTIONS = List.of("show", "send", "purge");

    private String action;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        action = arguments.choice(ACTIONS);
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Console console = context.console();
        Telemetry telemetry = context.updater().telemetry();
        switch (action) {
            case "show" -> show(console, telemetry.show());
            case "send" -> {
                int reports = telemetry.send();
                String what = reports == 0 ? "nothing to send today" : "sent " + lines(reports);
                console.report(Event.named("sent").with("reports", reports), what);
            }
            default -> {
                int reports = telemetry.purge();
                console.report(Event.named("purged").with("reports", reports), "deleted " + lines(reports));
            }
        }
        return ExitCode.OK;
    }

    private static void show(Console console, String text) {
        console.result(Event.named("telemetry").with("body", text), text.lines().toList());
        if (text.isEmpty()) {
            console.note("nothing is recorded");
        }
    }

    private static String lines(int reports) {
        return reports == 1 ? "1 line" : reports + " lines";
    }
}
