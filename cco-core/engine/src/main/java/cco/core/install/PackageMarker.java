package cco.core.install;

import cco.core.error.NotManagedException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.AppName;
import cco.core.model.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A marker that a package manager's package puts into the folder of its app ({@code managed-by.json}), so that cco
 * leaves the app to its owner and names the owner's command.
 *
 * @param app the app in the folder
 * @param manager the package manager, as people call it
 * @param update the command that updates the app
 * @param uninstall the command that removes the app
 */
public record PackageMarker(AppName app, String manager, String update, String uninstall) {

    /** The name of the file. */
    public static final String NAME = "managed-by.json";

    private static final int MAX_SIZE = 4096;
    private static final int MAX_COMMAND = 200;

    /** A program may be in {@code bin} of its folder, and an archive may have a folder of its own in a package. */
    private static final int LEVELS = 3;

    /**
     * Finds the marker of a program in its folder or the two above.
     *
     * @param folder the folder of the program, or of the bundle
     * @param app the app that the marker must name
     * @return the nearest valid marker
     */
    public static Optional<PackageMarker> above(Path folder, AppName app) {
        Path place = folder;
        for (int level = 0; level < LEVELS && place != null; level++) {
            Optional<PackageMarker> marker = in(place, app);
            if (marker.isPresent()) {
                return marker;
            }
            place = place.getParent();
        }
        return Optional.empty();
    }

    /**
     * Finds the marker of a program that the user's shell would start. Scoop and Chocolatey put small starters on the
     * path, so their folders are searched from there.
     *
     * @param path the folders of {@code PATH}
     * @param app the app, whose command has its name
     * @return the marker of the first program that has one
     */
    public static Optional<PackageMarker> onPath(List<Path> path, AppName app) {
        return path.stream()
                .flatMap(folder -> Stream.of("", ".exe", ".cmd").map(extension -> folder.resolve(app + extension)))
                .filter(Files::isRegularFile)
                .flatMap(program -> ofProgram(program, app).stream())
                .findFirst();
    }

    private static Optional<PackageMarker> ofProgram(Path program, AppName app) {
        Path manager = program.toAbsolutePath().normalize().getParent().getParent();
        try {
            return above(program.toRealPath().getParent(), app)
                    .or(() -> Optional.ofNullable(manager)
                            .flatMap(root -> in(root.resolve("apps/" + app + "/current"), app)
                                    .or(() -> in(root.resolve("lib/" + app + "/tools"), app))));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<PackageMarker> in(Path folder, AppName app) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            JsonObject json = Json.parse(in.readNBytes(MAX_SIZE));
            PackageMarker marker =
                    new PackageMarker(app, line(json, "manager"), line(json, "update"), line(json, "uninstall"));
            return json.whole("schema") == 1 && json.text("app").equals(app.value())
                    ? Optional.of(marker)
                    : Optional.empty();
        } catch (IOException | JsonException unusable) {
            return Optional.empty();
        }
    }

    /** A line that can be shown between backquotes. */
    private static String line(JsonObject json, String name) throws JsonException {
        String text = json.text(name);
        if (!Printable.of(text).equals(text) || text.isEmpty() || text.length() > MAX_COMMAND || text.contains("`")) {
            throw json.refuse(name, "one line of text");
        }
        return text;
    }

    /** {@return the error for a command of cco that would change the app} */
    public NotManagedException refusal() {
        String copy = app.equals(AppName.CCO) ? "this cco" : app.value();
        return new NotManagedException(
                copy + " was installed by " + manager + ", not by cco",
                "to update it, run `" + update + "`; to remove it, run `" + uninstall + "`");
    }
}
