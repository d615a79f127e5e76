package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Units;
import cco.core.mirror.MirrorResult;
import cco.core.model.AppName;
import java.nio.file.Path;
import java.util.List;

/** Shows what a copy into a mirror changed. */
public final class MirrorReport {

    private MirrorReport() {}

    /** Shows the result of a copy. */
    public static void copied(Console console, AppName app, Path folder, MirrorResult result) {
        Event event = Event.named("mirrored")
                .with("app", app)
                .with("directory", folder)
                .with("versions", result.versions())
                .with("files", result.copied())
                .with("bytes", result.bytes())
                .with("removed", result.removed());
        console.result(event, List.of(line(app, folder, result)));
    }

    private static String line(AppName app, Path folder, MirrorResult result) {
        String versions = result.versions() == 1 ? "1 version" : result.versions() + " versions";
        String changes = result.copied() == 0 && result.removed() == 0
                ? "nothing to copy"
                : "copied " + result.copied() + " files, " + Units.bytes(result.bytes());
        return folder + " has " + versions + " of " + app + "; " + changes;
    }
}
