package cco.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The archives of cco in its own repository, with which install scripts start. */
record CcoArchives(Path repository) {

    private static final String VERSION = "v" + Machine.VERSION;

    Path file(String extension) {
        return repository.resolve(VERSION + "/cco-" + VERSION + "-" + Publisher.platform() + extension);
    }

    /** As {@code cco release compress} does, but fast: how small the alternate is does not matter to a script. */
    void addAlternate(Machine publisher) throws IOException {
        Path alternate = file(".tar.xz");
        String pipe = "gzip -dc '" + file(".tar.gz") + "' | xz -1 >'" + alternate + "'";
        publisher.run(List.of("sh", "-c", pipe)).exits(0);
        JsonObject described = new JsonObject();
        described.addProperty("url", repository.relativize(alternate).toString());
        described.addProperty("sha256", Digests.sha256(alternate));
        described.addProperty("size", Files.size(alternate));
        JsonArray alternates = new JsonArray();
        alternates.add(described);
        Path manifest = repository.resolve("version-manifest.json");
        JsonObject json = JsonParser.parseString(Files.readString(manifest)).getAsJsonObject();
        json.getAsJsonObject("versions")
                .getAsJsonObject(Machine.VERSION)
                .getAsJsonObject("platforms")
                .getAsJsonObject(Publisher.platform())
                .add("alternates", alternates);
        Files.writeString(manifest, json.toString());
    }

    Path downloadedBy(Machine user) {
        return file(user.has("xz") ? ".tar.xz" : ".tar.gz");
    }

    /** What a script says before it downloads one. */
    String announced(Machine user) throws IOException {
        long size = Files.size(downloadedBy(user)) / 100_000;
        return "downloading cco, " + size / 10 + "." + size % 10 + " MB";
    }

    /** Links to all programs but xz. */
    static Path programsWithoutXz(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (String programs : List.of("/usr/bin", "/bin")) {
            try (Stream<Path> files = Files.list(Path.of(programs))) {
                for (Path file : files.toList()) {
                    Path link = folder.resolve(file.getFileName());
                    if (!file.endsWith("xz") && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                        Files.createSymbolicLink(link, file);
                    }
                }
            }
        }
        return folder;
    }
}
