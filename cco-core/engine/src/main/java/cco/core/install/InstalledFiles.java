package cco.core.install;

import cco.core.json.JsonElements;
import cco.core.json.JsonException;
import cco.core.json.JsonList;
import cco.core.json.JsonObject;
import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file lists of the installed versions: one JSON file per version, which keeps the receipt small. */
public final class InstalledFiles {

    private static final String FILES = "files";

    private final AppHome home;

    /** The files of an app's versions. */
    public InstalledFiles(AppHome home) {
        this.home = home;
    }

    /** Reads the file list of a version; empty if there is none. */
    public Optional<List<FileEntry>> read(Version version) throws IOException, JsonException {
        JsonElements<FileEntry> files = new JsonElements<>(FILES, InstalledFiles::entry);
        return StateFile.read(home.fileList(version), files).isPresent() ? Optional.of(files.list()) : Optional.empty();
    }

    private static FileEntry entry(JsonObject file) throws JsonException {
        return new FileEntry(
                file.text("path"),
                file.whole("size"),
                file.flag("executable"),
                StateFile.parsed(file, "sha256", Sha256::new, "a SHA-256 digest"));
    }

    void write(Version version, List<FileEntry> files) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", version.toString());
        document.put(FILES, new JsonList<>(files, InstalledFiles::write));
        StateFile.writeLine(home.fileList(version), document);
    }

    private static void write(FileEntry file, JsonList.Members json) throws IOException {
        json.text("path", file.path());
        json.whole("size", file.size());
        json.flag("executable", file.executable());
        json.text("sha256", file.sha256().hex());
    }
}
