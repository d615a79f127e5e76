package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Table;
import cco.core.plugin.PluginStatus;
import cco.core.plugin.ProvidedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of plugins, with one event each. */
public final class PluginList {

    private final List<PluginStatus> plugins = new ArrayList<>();

    /** Adds plugins. */
    public void add(List<PluginStatus> more) {
        plugins.addAll(more);
    }

    /** Prints the table. */
    public void show(Console console) {
        Table table = new Table("PLUGIN", "VERSION", "PROVIDES", "STATE");
        for (PluginStatus plugin : plugins) {
            String provides =
                    plugin.provides().stream().map(ProvidedService::toString).collect(Collectors.joining(", "));
            table.row(
                    plugin.id(),
                    plugin.version().orElse("-"),
                    provides.isEmpty() ? "-" : provides,
                    state(plugin) + plugin.reason().map(reason -> ": " + reason).orElse(""));
            console.event(event("plugin", plugin));
        }
        console.table(table);
    }

    /** An event about a plugin. */
    public static Event event(String name, PluginStatus plugin) {
        return Event.named(name)
                .with("plugin", plugin.id())
                .with("version", plugin.version())
                .with("provides", plugin.provides())
                .with("state", state(plugin))
                .with("reason", plugin.reason())
                .with("file", plugin.file())
                .with("sha256", plugin.sha256());
    }

    private static String state(PluginStatus plugin) {
        return plugin.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
