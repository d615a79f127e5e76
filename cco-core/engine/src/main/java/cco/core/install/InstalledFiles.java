package cco.core.install;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file lists of the installed versions: one JSON file per version, which keeps the receipt small. */
public final class InstalledFiles {

    private final AppHome home;

    /** The files of an app's versions. */
    public InstalledFiles(AppHome home) {
        this.home = home;
    }

    /** Reads the file list of a version; empty if there is none. */
    public Optional<List<FileEntry>> read(Version version) throws IOException, JsonException {
        Optional<JsonObject> document = StateFile.read(home.fileList(version));
        if (document.isEmpty()) {
            return Optional.empty();
        }
        List<FileEntry> files = new ArrayList<>();
        for (JsonObject file : document.get().objects("files")) {
            files.add(new FileEntry(
                    file.text("path"),
                    file.whole("size"),
                    file.flag("executable"),
                    StateFile.parsed(file, "sha256", Sha256::new, "a SHA-256 digest")));
        }
        return Optional.of(files);
    }

    void write(Version version, List<FileEntry> files) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", version.toString());
        document.put("files", files.stream().map(InstalledFiles::json).toList());
        StateFile.write(home.fileList(version), document);
    }

    private static Map<String, Object> json(FileEntry file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path());
        json.put("size", file.size());
        json.put("executable", file.executable());
        json.put("sha256", file.sha256().hex());
        return json;
    }
}
