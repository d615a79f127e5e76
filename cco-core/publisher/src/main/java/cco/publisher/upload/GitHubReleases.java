package cco.publisher.upload;

import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The releases of a repository on GitHub, through {@code gh api}, which knows the login. A release stays a draft until
 * all its files are there, because an immutable release accepts none after its publication.
 */
final class GitHubReleases {

    private static final int PAGE = 100;

    private final Path directory;
    private final String host;
    private final String repository;
    private final String destination;

    /** A release as GitHub describes it. */
    private record OnGitHub(String id, String tag, boolean draft, String uploads, List<Asset> assets) {}

    private record Asset(String id, String name, long size, String state) {

        boolean isUploaded() {
            return state.equals("uploaded");
        }

        boolean isComplete(long expected) {
            return isUploaded() && size == expected;
        }
    }

    GitHubReleases(Path directory, String host, String repository, String destination) {
        this.directory = directory;
        this.host = host;
        this.repository = repository;
        this.destination = destination;
    }

    /** Uploads what is missing in the releases of these versions; returns the number of files. */
    int upload(UploadFiles files, Map<String, List<String>> pathsByTag) throws CcoException {
        Map<String, OnGitHub> present = releases();
        int sent = 0;
        for (Map.Entry<String, List<String>> version : pathsByTag.entrySet()) {
            Optional<OnGitHub> known = Optional.ofNullable(present.get(version.getKey()));
            OnGitHub release = known.isPresent() ? known.get() : create(files, version.getKey());
            for (String path : version.getValue()) {
                sent += send(files, release, path) ? 1 : 0;
            }
            if (release.draft()) {
                call(List.of(
                        "--method=PATCH", "repos/" + repository + "/releases/" + release.id(), "--field=draft=false"));
            }
        }
        return sent;
    }

    private Map<String, OnGitHub> releases() throws CcoException {
        Map<String, OnGitHub> releases = new LinkedHashMap<>();
        int page = 0;
        int count = PAGE;
        while (count == PAGE) {
            page++;
            String query = "repos/" + repository + "/releases?per_page=" + PAGE + "&page=" + page;
            byte[] answer = call(List.of("--method=GET", query));
            try {
                List<JsonObject> objects = list(answer);
                count = objects.size();
                for (JsonObject object : objects) {
                    OnGitHub release = release(object);
                    releases.putIfAbsent(release.tag(), release);
                }
            } catch (JsonException e) {
                throw unreadable(e);
            }
        }
        return releases;
    }

    private OnGitHub create(UploadFiles files, String tag) throws CcoException {
        return PathList.inTemporaryFolder(folder -> {
            Path notes = files.root().resolve(tag).resolve("notes.md");
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("tag_name", tag);
            request.put("name", tag);
            request.put("body", Files.exists(notes) ? Files.readString(notes) : "");
            request.put("draft", true);
            request.put("prerelease", tag.contains("-"));
            Path body = folder.resolve("request.json");
            byte[] json = JsonText.pretty(request).getBytes(StandardCharsets.UTF_8);
            DurableFiles.create(body, new ByteArrayInputStream(json));
            byte[] answer = call(List.of("--method=POST", "repos/" + repository + "/releases", "--input=" + body));
            try {
                return release(Json.parse(answer));
            } catch (JsonException e) {
                throw unreadable(e);
            }
        });
    }

    /** Sends a file unless it is there. */
    private boolean send(UploadFiles files, OnGitHub release, String path) throws CcoException {
        String name = path.substring(path.indexOf('/') + 1);
        for (Asset asset : release.assets()) {
            if (asset.name().equals(name)) {
                if (asset.isComplete(files.sizes().get(path))) {
                    return false;
                }
                remove(asset, release);
            }
        }
        String address = release.uploads().replaceFirst("\\{.*", "") + "?name=" + name.replace("+", "%2B");
        call(List.of(
                "--method=POST",
                address,
                "--header=Content-Type: application/octet-stream",
                "--input=" + files.root().resolve(path)));
        return true;
    }

    /** Removes what an interrupted upload has left. */
    private void remove(Asset asset, OnGitHub release) throws CcoException {
        if (asset.isUploaded() && !release.draft()) {
            throw new UsageException(
                    "the release " + release.tag() + " of " + destination + " has another " + asset.name(),
                    "published files never change; publish the new build as a new version");
        }
        call(List.of("--method=DELETE", "repos/" + repository + "/releases/assets/" + asset.id()));
    }

    private byte[] call(List<String> arguments) throws CcoException {
        List<String> command = new ArrayList<>(List.of("gh", "api", "--hostname=" + host));
        command.addAll(arguments);
        return ToolRun.of(directory, command).require(destination).output();
    }

    /** The answer is an array, and cco's parser reads objects. */
    private static List<JsonObject> list(byte[] array) throws JsonException {
        String text = "{\"releases\":" + new String(array, StandardCharsets.UTF_8) + "}";
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).objects("releases");
    }

    private static OnGitHub release(JsonObject object) throws JsonException {
        List<Asset> assets = new ArrayList<>();
        for (JsonObject asset : object.objects("assets")) {
            assets.add(new Asset(
                    String.valueOf(asset.whole("id")), asset.text("name"), asset.whole("size"), asset.text("state")));
        }
        return new OnGitHub(
                String.valueOf(object.whole("id")),
                object.text("tag_name"),
                object.flag("draft"),
                object.text("upload_url"),
                assets);
    }

    private SourceException unreadable(JsonException e) {
        return new SourceException(
                "cannot understand the answer of " + destination + ": " + e.getMessage(), "try again later", e);
    }
}
