package cco.core.manifest;

import cco.core.disk.BrokenTransfer;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.json.Json;
import cco.core.json.JsonElements;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Platform;
import cco.core.model.Printable;
import cco.core.model.Programs;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code *.files.json}, schema 1, after comparing it with the manifest: it parses the very bytes that it
 * verified.
 */
public final class FileListReader {

    /** The newest supported schema. */
    public static final int SCHEMA = 1;

    private static final String COMMANDS = "commands";

    private FileListReader() {}

    /**
     * Verifies and parses a list.
     *
     * @param document the downloaded bytes, not yet verified
     * @param promised the list in the manifest
     * @param app the app that the list must name
     * @param version the version that the list must name
     * @param platform the platform that the list must name
     * @return the parsed list, never one of other bytes than the verified ones
     * @throws VerificationException if it is not the file in the manifest
     * @throws SourceException if it is cut off or malformed, has a newer schema, or belongs to another app, version or
     *     platform
     */
    public static FileList read(
            UntrustedBytes document, RepositoryFile promised, AppName app, Version version, Platform platform)
            throws CcoException {
        if (document.bytes().length != promised.size()
                || !Sha256.of(document.bytes()).equals(promised.sha256())) {
            int size = document.bytes().length;
            throw BrokenTransfer.explain(document.name(), document.bytes(), size, promised.size())
                    .<CcoException>map(broken -> broken)
                    .orElseGet(() -> new VerificationException(
                            document.name() + " is not the file that the manifest lists",
                            "do not install from this source; tell the publisher"));
        }
        try {
            JsonElements<FileEntry> files = new JsonElements<>("files", FileListReader::entry);
            JsonObject json = Json.parse(document.bytes(), files);
            requireSchema(json, document.name());
            requireText(json, "app", app.value());
            requireText(json, "version", version.toString());
            requireText(json, "platform", platform.value());
            return list(json, files, app, version, platform);
        } catch (JsonException e) {
            throw new SourceException(
                    document.name() + " is not a valid list of files: " + Printable.of(e.getMessage()),
                    "tell the publisher",
                    e);
        }
    }

    private static void requireSchema(JsonObject json, String name) throws JsonException, SourceException {
        long schema = json.whole("schema");
        if (schema != SCHEMA) {
            throw new SourceException(name + " has schema " + schema + ", which needs a newer cco", "run `cco update`");
        }
    }

    private static void requireText(JsonObject json, String name, String expected) throws JsonException {
        if (!json.text(name).equals(expected)) {
            throw json.refuse(name, expected);
        }
    }

    private static FileEntry entry(JsonObject file) throws JsonException {
        return new FileEntry(path(file, "path"), file.whole("size"), isExecutable(file), sha256(file));
    }

    private static FileList list(
            JsonObject json, JsonElements<FileEntry> files, AppName app, Version version, Platform platform)
            throws JsonException {
        return new FileList(app, version, platform, programs(json, app), smokeArguments(json), files.list());
    }

    /** The app's own command starts the executable; the list may repeat that. */
    private static Programs programs(JsonObject json, AppName app) throws JsonException {
        String executable = path(json, "executable");
        Map<String, String> commands = json.textMap(COMMANDS);
        String own = commands.remove(app.value());
        if (own != null && !own.equals(executable)) {
            throw json.refuse(COMMANDS, executable + " for " + app);
        }
        for (String program : commands.values()) {
            requireInside(json, COMMANDS, program);
        }
        try {
            return Programs.of(executable, commands).checkedBy(json.texts("health_arguments"));
        } catch (IllegalArgumentException e) {
            throw new JsonException(json.refuse(COMMANDS, "names of commands").getMessage(), e);
        }
    }

    private static List<String> smokeArguments(JsonObject json) throws JsonException {
        String member = "smoke_arguments";
        return json.names().contains(member) ? json.texts(member) : FileList.VERSION_ARGUMENTS;
    }

    private static boolean isExecutable(JsonObject file) throws JsonException {
        return switch (file.text("mode")) {
            case "0755" -> true;
            case "0644" -> false;
            default -> throw file.refuse("mode", "0755 or 0644");
        };
    }

    private static Sha256 sha256(JsonObject file) throws JsonException {
        try {
            return new Sha256(file.text("sha256"));
        } catch (IllegalArgumentException e) {
            throw new JsonException(
                    file.refuse("sha256", "64 lower-case hexadecimal digits").getMessage(), e);
        }
    }

    /** Names may have any letter, but must not leave the folder or mean another path on another system. */
    private static String path(JsonObject json, String name) throws JsonException {
        String path = json.text(name);
        requireInside(json, name, path);
        return path;
    }

    private static void requireInside(JsonObject json, String name, String path) throws JsonException {
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || !isName(segment)) {
                throw json.refuse(name, "a path inside the archive");
            }
        }
    }

    private static boolean isName(String segment) {
        return segment.indexOf('\\') < 0 && segment.indexOf(':') < 0 && !Printable.hasHidden(segment);
    }
}
