package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.AppList;
import cco.cli.report.ExitCode;
import cco.cli.report.OfferTable;
import cco.cli.report.UpdateOffer;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.plan.Target;
import cco.core.update.Consent;
import cco.core.update.InstalledApp;
import cco.core.update.Inventory;
import cco.core.update.UpdateOutcome;
import cco.core.update.UpdateRequest;
import cco.core.update.Updater;
import com.beust.jcommander.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cco list}: lists the installed apps, or those with an available update. */
final class ListCommand implements Command {

    @Parameter(names = "--outdated")
    private boolean outdated;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
    }

    @Override
    public boolean reportsUpdates() {
        return outdated;
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Inventory inventory = context.updater().installed();
        List<ExitCode> codes = new ArrayList<>();
        if (outdated) {
            codes.addAll(listOutdated(context, inventory.apps()));
        } else if (!inventory.apps().isEmpty() || inventory.unreadable().isEmpty()) {
            AppList.show(context.console(), inventory.apps());
        }
        inventory
                .commands()
                .forEach((app, problem) -> context.console().note(app + ": " + problem.text() + "; " + problem.hint()));
        codes.addAll(ForEachApp.failed(context.console(), inventory));
        return ExitCode.worst(codes);
    }

    private static List<ExitCode> listOutdated(CommandContext context, List<InstalledApp> apps) throws CcoException {
        List<UpdateOffer> offers = new ArrayList<>();
        List<ExitCode> codes = new ArrayList<>();
        var settings = AppChecks.once(context::settings);
        try (AppChecks checks = new AppChecks(context)) {
            for (InstalledApp app : apps) {
                checks.start(app.app(), updater -> check(updater, app.app()));
            }
            for (InstalledApp app : apps) {
                codes.add(ForEachApp.run(context.console(), app.app(), () -> {
                    Channel channel = settings.get().updates(app.app()).channel();
                    AppChecks.Check check = checks.await(app.app());
                    check.said().replay(context.progress());
                    if (check.outcome().get() instanceof UpdateOutcome.Available(var name, var change)) {
                        offers.add(UpdateOffer.of(name, change, Optional.of(channel)));
                    }
                    return ExitCode.OK;
                }));
            }
        }
        if (!offers.isEmpty()) {
            OfferTable.show(context.console(), offers);
        } else if (ExitCode.worst(codes) == ExitCode.OK) {
            context.console().note(apps.isEmpty() ? "no apps are installed" : "all apps are up to date");
        }
        return codes;
    }

    private static UpdateOutcome check(Updater updater, AppName app) throws CcoException {
        return updater.update(
                new UpdateRequest(app, new Target.Newest(Optional.empty()), Optional.empty(), false, Consent.NEVER));
    }
}
