package cco.publisher.repository;

import cco.core.json.JsonList;
import cco.core.json.JsonText;
import cco.core.manifest.FileListReader;
import cco.core.model.FileEntry;
import cco.publisher.pack.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code *.files.json} for the {@link FileListReader}: on one line, because each client reads it whole, and
 * blanks would be a quarter of it.
 */
final class FileListText {

    private FileListText() {}

    static byte[] of(AddRequest request, List<FileEntry> files) {
        Build build = request.build();
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("schema", FileListReader.SCHEMA);
        text.put("app", request.app().value());
        text.put("version", request.version().toString());
        text.put("platform", build.platform().value());
        text.put("executable", build.programs().executable());
        if (!build.programs().commands().isEmpty()) {
            text.put("commands", build.programs().commands());
        }
        text.put("smoke_arguments", build.smokeArguments());
        if (!build.programs().healthArguments().isEmpty()) {
            text.put("health_arguments", build.programs().healthArguments());
        }
        text.put("files", new JsonList<>(files, FileListText::write));
        return (JsonText.line(text) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void write(FileEntry file, JsonList.Members json) throws IOException {
        json.text("path", file.path());
        json.whole("size", file.size());
        json.text("mode", file.executable() ? "0755" : "0644");
        json.text("sha256", file.sha256().hex());
    }
}
