package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.DefaultAnswer;
import cco.cli.console.InterruptNotice;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.OfferTable;
import cco.cli.report.OutcomeReport;
import cco.cli.report.UpdateOffer;
import cco.core.config.Configuration;
import cco.core.config.UpdateSettings;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.plan.UpdatePlan;
import cco.core.update.Consent;
import cco.core.update.InstalledApp;
import cco.core.update.Inventory;
import cco.core.update.UpdateOutcome;
import cco.core.update.UpdateRequest;
import com.beust.jcommander.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cco update}: installs another version of an app, or only checks for one. */
final class UpdateCommand implements Command {

    /** What to do with an update. */
    enum Intent {
        /** Return {@link ExitCode#UPDATE_AVAILABLE}. */
        CHECK,
        /** Show what would change. */
        DRY_RUN,
        /** Install it. */
        INSTALL,
        /** Ask whether to install it. */
        ASK,
        /** Report it, because there is no terminal to ask on. */
        REPORT
    }

    /** The options that do not work in the background. */
    private static final List<String> FOREGROUND = List.of(
            "--check",
            "--install",
            "--yes",
            "--dry-run",
            "--rollback",
            "--offline",
            "--channel",
            "--version",
            "--source");

    @Parameter(names = "--check")
    private boolean check;

    @Parameter(names = "--install")
    private boolean install;

    @Parameter(names = {"--yes", "-y"})
    private boolean yes;

    @Parameter(names = "--dry-run")
    private boolean dryRun;

    @Parameter(names = "--rollback")
    private boolean rollback;

    @Parameter(names = "--offline")
    private boolean offline;

    @Parameter(names = "--channel")
    private Channel channel;

    @Parameter(names = "--version")
    private Version version;

    @Parameter(names = "--source")
    private String source;

    @Parameter(names = "--all")
    private boolean all;

    @Parameter(names = "--background")
    private boolean background;

    /** The updates to ask about, with {@code --all}. */
    private final List<UpdateOffer> offers = new ArrayList<>();

    private Optional<AppName> named;
    private AppName app;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        named = arguments.optional("APP", AppName.class, "--all");
        app = named.orElse(AppName.CCO);
        arguments.end();
        for (String option : FOREGROUND) {
            arguments.excludes("--background", option);
        }
        arguments.excludes("--check", "--install", "--yes", "--dry-run", "--rollback");
        arguments.excludes("--dry-run", "--install", "--yes");
        arguments.excludes("--rollback", "--channel", "--version", "--source");
        arguments.excludes("--channel", "--version");
        arguments.excludes("--all", "--version", "--rollback");
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        if (background) {
            return BackgroundRun.of(context, named);
        }
        if (rollback) {
            return RollbackRun.of(context, app, dryRun);
        }
        EarlyLoading.ofDigests();
        return all ? all(context) : update(context, app, context.settings(), consent -> run(context, app, consent));
    }

    /**
     * Checks the apps side by side, then reports and updates one after another. A failure does not stop the others. One
     * question covers all of them.
     */
    private ExitCode all(CommandContext context) throws CcoException {
        Console console = context.console();
        Inventory inventory = context.updater().installed();
        if (inventory.apps().isEmpty() && inventory.unreadable().isEmpty()) {
            console.note("no apps are installed");
        }
        List<ExitCode> codes = new ArrayList<>();
        var settings = AppChecks.once(context::settings);
        try (AppChecks checks = new AppChecks(context)) {
            for (InstalledApp each : inventory.apps()) {
                AppName name = each.app();
                checks.start(name, updater -> updater.update(request(name, checking(context, settings.get(), name))));
            }
            for (InstalledApp each : inventory.apps()) {
                AppName name = each.app();
                codes.add(ForEachApp.run(
                        console,
                        name,
                        () -> update(context, name, settings.get(), next -> checked(context, name, next, checks))));
            }
        }
        if (!offers.isEmpty() && OfferTable.confirm(console, offers)) {
            for (UpdateOffer offer : offers) {
                codes.add(ForEachApp.run(console, offer.app(), () -> install(context, offer.app())));
            }
        }
        codes.addAll(ForEachApp.failed(console, inventory));
        return ExitCode.worst(codes);
    }

    private ExitCode install(CommandContext context, AppName app) throws CcoException {
        UpdateOutcome outcome = run(context, app, Consent.ALWAYS);
        OutcomeReport.report(context.console(), outcome, Optional.ofNullable(channel));
        return ExitCode.OK;
    }

    /** How an app is updated, or only checked. */
    @FunctionalInterface
    private interface Way {
        UpdateOutcome update(Consent consent) throws CcoException;
    }

    /** What a check needs: an installation takes the lock and recovers the app even if there is nothing new. */
    private Consent checking(CommandContext context, Configuration settings, AppName app) {
        boolean installs = intent(context, settings, app) == Intent.INSTALL;
        return installs ? change -> false : Consent.NEVER;
    }

    /** Reports what a check has said. An installation checks again under the lock, and says the same. */
    private UpdateOutcome checked(CommandContext context, AppName app, Consent consent, AppChecks checks)
            throws CcoException {
        try (InterruptNotice _ = interruptNotice(context, app)) {
            AppChecks.Check check = checks.await(app);
            if (check.isAvailable() && consent.fixed().equals(Optional.of(true))) {
                return context.updater().update(request(app, consent));
            }
            check.said().replay(context.progress());
            return check.outcome().get();
        }
    }

    private Intent intent(CommandContext context, Configuration settings, AppName app) {
        return intent(context.console().mode().asks(), settings.updates(app).autoInstall());
    }

    private ExitCode update(CommandContext context, AppName app, Configuration configuration, Way way)
            throws CcoException {
        UpdateSettings settings = configuration.updates(app);
        Optional<Channel> followed =
                version == null ? Optional.of(channel == null ? settings.channel() : channel) : Optional.empty();
        Intent intent = intent(context, configuration, app);
        RememberingConsent decision = new RememberingConsent(
                switch (intent) {
                    case INSTALL -> Consent.ALWAYS;
                    case ASK ->
                        all ? Consent.NEVER : change -> ask(context.console(), UpdateOffer.of(app, change, followed));
                    case CHECK, DRY_RUN, REPORT -> Consent.NEVER;
                });
        UpdateOutcome outcome = way.update(decision);
        report(context.console(), outcome, followed, intent);
        if (outcome instanceof UpdateOutcome.Updated) {
            explainNextSteps(context.console(), app, decision);
        }
        return intent == Intent.CHECK || intent == Intent.REPORT ? ExitCode.ofCheck(outcome) : ExitCode.OK;
    }

    private static void explainNextSteps(Console console, AppName app, RememberingConsent decision) {
        if (console.mode().asks()) {
            decision.notes().ifPresent(notes -> console.hint("read the release notes: " + notes));
            console.hint("run `" + command(app) + " --rollback` to go back");
        }
    }

    private static String command(AppName app) {
        return app.equals(AppName.CCO) ? "cco update" : "cco update " + app;
    }

    private UpdateOutcome run(CommandContext context, AppName app, Consent consent) throws CcoException {
        try (InterruptNotice _ = interruptNotice(context, app)) {
            return context.updater().update(request(app, consent));
        }
    }

    private static InterruptNotice interruptNotice(CommandContext context, AppName app) {
        return InterruptNotice.on(
                context.console(), "interrupted; " + app + " still works, run `" + command(app) + "` to continue");
    }

    @Override
    public boolean reportsUpdates() {
        return true;
    }

    Intent intent(boolean canAsk, boolean autoInstall) {
        if (check) {
            return Intent.CHECK;
        }
        if (dryRun) {
            return Intent.DRY_RUN;
        }
        if (install || yes || autoInstall) {
            return Intent.INSTALL;
        }
        return canAsk ? Intent.ASK : Intent.REPORT;
    }

    AppName app() {
        return app;
    }

    UpdateRequest request(AppName app, Consent consent) {
        Target target = version == null ? new Target.Newest(Optional.ofNullable(channel)) : new Target.Exactly(version);
        return new UpdateRequest(app, target, Optional.ofNullable(source), offline, consent);
    }

    private static boolean ask(Console console, UpdateOffer offer) {
        console.result(offer.event("available"), offer.available());
        return console.confirm(offer.question(), offer.isDowngrade() ? DefaultAnswer.NO : DefaultAnswer.YES);
    }

    private void report(Console console, UpdateOutcome outcome, Optional<Channel> followed, Intent intent) {
        if (!(outcome instanceof UpdateOutcome.Available(AppName offered, UpdatePlan.Change change))) {
            OutcomeReport.report(console, outcome, followed);
            return;
        }
        UpdateOffer offer = UpdateOffer.of(offered, change, followed);
        switch (intent) {
            case DRY_RUN -> console.result(offer.event("planned"), offer.planned());
            case ASK -> {
                if (all) {
                    offers.add(offer);
                } else {
                    console.note("nothing changed");
                }
            }
            case CHECK, REPORT, INSTALL -> {
                List<String> lines = offer.available();
                console.result(offer.event("available"), all ? lines.subList(0, 1) : lines);
            }
        }
        if (intent == Intent.REPORT) {
            console.hint("pass --yes to install it");
        }
    }
}
