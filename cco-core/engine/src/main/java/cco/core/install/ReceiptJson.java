package cco.core.install;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.manifest.Archive;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Programs;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes a receipt as JSON: in its own file, and in the journal during a switch. */
final class ReceiptJson {

    private static final String SMOKE = "smoke_arguments";
    private static final String HEALTH = "health_arguments";

    private static final List<String> KNOWN = List.of(
            StateFile.SCHEMA,
            "app",
            "source",
            "trust",
            "channel",
            "installer",
            "current",
            "previous",
            "installed",
            "command",
            "outside");

    private ReceiptJson() {}

    static Receipt read(JsonObject json) throws JsonException {
        Map<String, Object> foreign = new LinkedHashMap<>(json.asMap());
        KNOWN.forEach(foreign::remove);
        Optional<Version> previous =
                json.optionalText("previous").isEmpty() ? Optional.empty() : Optional.of(version(json, "previous"));
        Receipt receipt = new Receipt(
                StateFile.parsed(json, "app", AppName::new, "an app's name"),
                new Provenance(
                        json.text("source"),
                        json.text("trust"),
                        StateFile.parsed(json, "channel", Channel::new, "a channel's name")),
                json.text("installer"),
                version(json, "current"),
                previous,
                installed(json),
                command(json),
                outside(json),
                foreign);
        if (receipt.find(receipt.current()).isEmpty()) {
            throw json.refuse("installed", "the current version among them");
        }
        return receipt;
    }

    static Map<String, Object> write(Receipt receipt) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("app", receipt.app().value());
        json.put("source", receipt.provenance().source());
        json.put("trust", receipt.provenance().trust());
        json.put("channel", receipt.provenance().channel().value());
        json.put("installer", receipt.installer());
        json.put("current", receipt.current().toString());
        receipt.previous().ifPresent(version -> json.put("previous", version.toString()));
        json.put(
                "installed",
                receipt.installed().stream().map(ReceiptJson::write).toList());
        receipt.command().ifPresent(command -> json.put("command", write(command)));
        json.put("outside", receipt.outside().stream().map(Path::toString).toList());
        json.putAll(receipt.foreign());
        return json;
    }

    private static Map<String, Object> write(InstalledVersion entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", entry.version().toString());
        json.put("date", entry.date().toString());
        json.put("executable", entry.programs().executable());
        if (!entry.programs().commands().isEmpty()) {
            json.put("commands", entry.programs().commands());
        }
        entry.smokeArguments().ifPresent(arguments -> json.put(SMOKE, arguments));
        if (!entry.programs().healthArguments().isEmpty()) {
            json.put(HEALTH, entry.programs().healthArguments());
        }
        entry.archive().ifPresent(archive -> json.put("archive", write(archive)));
        return json;
    }

    private static Map<String, Object> write(Archive archive) {
        Map<String, Object> json = write(archive.file());
        archive.list().ifPresent(list -> json.put("files", write(list)));
        return json;
    }

    private static Map<String, Object> write(RepositoryFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path());
        json.put("sha256", file.sha256().hex());
        json.put("size", file.size());
        return json;
    }

    private static Map<String, Object> write(AppCommand command) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bin", command.bin().toString());
        json.put("name", command.name());
        return json;
    }

    private static List<InstalledVersion> installed(JsonObject json) throws JsonException {
        List<InstalledVersion> installed = new ArrayList<>();
        for (JsonObject entry : json.objects("installed")) {
            installed.add(new InstalledVersion(
                    version(entry, "version"),
                    entry.optionalInstant("date").orElseThrow(() -> entry.refuse("date", "a date and time")),
                    programs(entry),
                    entry.names().contains(SMOKE) ? Optional.of(entry.texts(SMOKE)) : Optional.empty(),
                    archive(entry)));
        }
        return installed;
    }

    private static Programs programs(JsonObject json) throws JsonException {
        try {
            return Programs.of(json.text("executable"), json.textMap("commands"))
                    .checkedBy(json.texts(HEALTH));
        } catch (IllegalArgumentException e) {
            throw json.refuse("commands", "names of commands");
        }
    }

    private static Optional<Archive> archive(JsonObject json) throws JsonException {
        Optional<JsonObject> archive = json.optionalObject("archive");
        if (archive.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonObject> list = archive.get().optionalObject("files");
        return Optional.of(
                new Archive(file(archive.get()), list.isEmpty() ? Optional.empty() : Optional.of(file(list.get()))));
    }

    private static RepositoryFile file(JsonObject json) throws JsonException {
        Sha256 sha256 = StateFile.parsed(json, "sha256", Sha256::new, "a SHA-256 digest");
        long size = json.whole("size");
        if (size < 1) {
            throw json.refuse("size", "a number from 1");
        }
        return new RepositoryFile(json.text("path"), sha256, size);
    }

    private static Optional<AppCommand> command(JsonObject json) throws JsonException {
        Optional<JsonObject> command = json.optionalObject("command");
        return command.isEmpty()
                ? Optional.empty()
                : Optional.of(new AppCommand(
                        StateFile.parsed(command.get(), "bin", Path::of, "a folder"),
                        command.get().text("name")));
    }

    private static List<Path> outside(JsonObject json) throws JsonException {
        List<Path> files = new ArrayList<>();
        for (String file : json.texts("outside")) {
            try {
                files.add(Path.of(file));
            } catch (IllegalArgumentException e) {
                throw json.refuse("outside", "a list of paths");
            }
        }
        return files;
    }

    private static Version version(JsonObject json, String name) throws JsonException {
        return StateFile.parsed(json, name, Version::of, "a version");
    }
}
