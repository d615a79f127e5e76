package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Table;
import cco.cli.console.Units;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.ScheduleFact;
import cco.core.config.ConfigFile;
import cco.core.config.Configuration;
import cco.core.config.EffectiveSetting;
import cco.core.env.Dirs;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.toml.KeyPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code cco config}: reads and changes the configuration file. */
final class ConfigCommand implements Command {

    private static final List<String> ACTIONS = List.of("set", "add", "get", "unset", "show", "path");

    private String action;
    private KeyPath key;
    private String value;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        action = arguments.choice(ACTIONS);
        if (List.of("set", "add", "get", "unset").contains(action)) {
            key = KeyPath.parse(arguments.required("KEY", String.class));
        }
        if (List.of("set", "add").contains(action)) {
            value = arguments.required("VALUE", String.class);
        }
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Console console = context.console();
        switch (action) {
            case "set" -> changed(context, context.configFile().set(key, value));
            case "add" -> changed(context, context.configFile().add(key, value));
            case "unset" -> changed(context, context.configFile().unset(key));
            case "get" -> get(context);
            case "show" -> show(console, context.settings(), context.dirs());
            default -> path(console, context.configFile());
        }
        return ExitCode.OK;
    }

    private void changed(CommandContext context, ConfigFile file) throws CcoException {
        Console console = context.console();
        EffectiveSetting now = file.settings().get(key);
        console.report(event(now), key + " = " + now.toml().orElse("-") + " (" + from(now) + ")");
        Optional<AppName> app = Optional.of(key.parts())
                .filter(parts -> parts.size() > 2 && parts.getFirst().equals("apps"))
                .map(parts -> new AppName(parts.get(1)));
        if (app.isPresent() && context.updater().installed().find(app.get()).isEmpty()) {
            console.note(app.get() + " is not installed; the setting applies once you install it");
        }
    }

    private void get(CommandContext context) throws CcoException {
        Console console = context.console();
        Optional<ScheduleFact> fact = ScheduleFact.find(key, context.dirs());
        if (fact.isPresent()) {
            console.result(fact.get().event(), fact.get().or("").lines().toList());
            return;
        }
        EffectiveSetting setting = context.settings().get(key);
        console.result(event(setting), setting.plain().lines().toList());
    }

    private static void show(Console console, Configuration settings, Dirs dirs) throws CcoException {
        Table table = new Table("KEY", "VALUE", "FROM");
        for (AppName app : settings.apps()) {
            for (EffectiveSetting setting : settings.effective(app)) {
                table.row(setting.key().toString(), setting.toml().orElse("-"), from(setting));
                console.event(event(setting));
            }
            for (ScheduleFact fact : ScheduleFact.of(app, dirs)) {
                table.row(fact.key().toString(), fact.time().map(Units::minute).orElse("-"), "schedule");
                console.event(fact.event());
            }
            settings.remarks(app).forEach(console::note);
        }
        console.table(table);
    }

    private static void path(Console console, ConfigFile file) {
        console.result(
                Event.named("config").with("path", file.file()),
                List.of(file.file().toString()));
    }

    private static String from(EffectiveSetting setting) {
        return switch (setting.from()) {
            case FILE -> "file";
            case INHERITED -> "cco's own";
            case ENVIRONMENT -> "variable " + setting.where();
            case SYSTEM -> "pinned by " + setting.where();
            case DEFAULT -> setting.value().isPresent() ? "default" : "not set";
        };
    }

    private static Event event(EffectiveSetting setting) {
        return Event.named("setting")
                .with("key", setting.key())
                .with("value", setting.value())
                .with("from", setting.from().name().toLowerCase(Locale.ROOT))
                .with("where", Optional.of(setting.where()).filter(where -> !where.isEmpty()));
    }
}
