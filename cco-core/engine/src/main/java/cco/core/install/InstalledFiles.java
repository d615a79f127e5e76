package cco.core.install;

import cco.core.json.JsonElements;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.io.IOException;
import java.util.AbstractList;
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
        document.put(FILES, new Documents(files));
        StateFile.write(home.fileList(version), document);
    }

    /** The files as JSON, made one by one as they are written. */
    private static final class Documents extends AbstractList<Map<String, Object>> {

        private final List<FileEntry> files;

        Documents(List<FileEntry> files) {
            this.files = files;
        }

        @Override
        public Map<String, Object> get(int index) {
            return json(files.get(index));
        }

        @Override
        public int size() {
            return files.size();
        }
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
