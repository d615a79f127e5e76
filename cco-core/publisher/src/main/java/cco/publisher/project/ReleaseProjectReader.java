package cco.publisher.project;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Printable;
import cco.core.model.Programs;
import cco.core.toml.KeyPath;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.KnownPlatforms;
import cco.publisher.repository.WebAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the keys of a {@code release.toml}. */
final class ReleaseProjectReader {

    private static final long SCHEMA = 1;
    private static final KeyPath SCHEMA_KEY = KeyPath.of("schema");
    private static final String PLATFORMS = "platforms";
    private static final String UPLOAD = "upload.";
    private static final String PATH = "a path";

    private static final List<String> KEYS = List.of(
            "schema",
            "app",
            "repository",
            "address",
            "channel",
            "changelog",
            "notes",
            "keys",
            "executable",
            "smoke",
            "health",
            "about.description",
            "about.homepage",
            "about.license",
            "about.maintainer",
            "installer.cco",
            "installer.root",
            "upload.rsync",
            "upload.rclone",
            "upload.github");

    private final ProjectDocument document;

    ReleaseProjectReader(ProjectDocument document) {
        this.document = document;
    }

    ReleaseProject read() throws UsageException {
        requireSchema();
        document.requireKnown(KEYS, List.of(PLATFORMS));
        AppName app = document.required("app", "an app name such as \"hello\"", AppName::new);
        RepositoryAddress address = document.required(
                "address", "an address such as \"https://example.com/hello\"", RepositoryAddress::new);
        return new ReleaseProject(
                document.file(),
                app,
                path("repository").orElse(resolve("releases")),
                address,
                document.value("channel", "a channel such as \"stable\"", Channel::new)
                        .orElse(Channel.STABLE),
                path("changelog"),
                document.value("notes", "a URL, in which {version} is replaced", ReleaseProjectReader::notes),
                path("keys"),
                Programs.of(document.text("executable").orElse(app.value())).checkedBy(healthArguments()),
                smokeArguments(),
                details(app, address),
                platforms(),
                document.value(
                        "installer.cco", "an address such as \"https://example.com/cco\"", RepositoryAddress::new),
                path("installer.root"),
                destinations());
    }

    /** Before all other keys, because a later schema may have more of them. */
    private void requireSchema() throws UsageException {
        Object schema = document.toml().value(SCHEMA_KEY).orElse("");
        if (!(schema instanceof Number number) || number.longValue() != SCHEMA) {
            throw new UsageException(
                    schema.equals("")
                            ? document.file() + " lacks the key schema"
                            : document.at(SCHEMA_KEY) + "unknown schema: " + schema,
                    schema.equals("") ? "add `schema = " + SCHEMA + "`" : "this cco knows schema " + SCHEMA);
        }
    }

    private List<String> healthArguments() throws UsageException {
        return document.several("health", "a list of arguments", Function.identity());
    }

    /** An empty list, because the program must not be started. */
    private List<String> smokeArguments() throws UsageException {
        if (document.toml().value(KeyPath.of("smoke")).equals(Optional.of(List.of()))) {
            return List.of();
        }
        List<String> arguments =
                document.several("smoke", "a list of arguments, empty to start nothing", Function.identity());
        return arguments.isEmpty() ? List.of("--version") : arguments;
    }

    private Optional<AppDetails> details(AppName app, RepositoryAddress address) throws UsageException {
        String description = line("about.description").orElse("");
        Optional<WebAddress> homepage =
                document.value("about.homepage", "an address such as \"https://example.com\"", WebAddress::new);
        Optional<String> license = line("about.license");
        Optional<String> maintainer = line("about.maintainer");
        if (document.keysIn("about").isEmpty()) {
            return Optional.empty();
        }
        return address.web().map(web -> new AppDetails(app, web, description, homepage, license, maintainer));
    }

    private Map<Platform, VersionTemplate> platforms() throws UsageException {
        Map<Platform, VersionTemplate> platforms = new LinkedHashMap<>();
        for (KeyPath key : document.keysIn(PLATFORMS)) {
            platforms.put(
                    platform(key),
                    document.required(
                            key.toString(),
                            "a path, in which {version} and {platform} are replaced",
                            ReleaseProjectReader::pathTemplate));
        }
        return platforms;
    }

    private Platform platform(KeyPath key) throws UsageException {
        try {
            Platform platform = new Platform(key.without(1).toString());
            KnownPlatforms.require(platform);
            return platform;
        } catch (UsageException unknown) {
            throw new UsageException(document.at(key) + unknown.getMessage(), unknown.hint(), unknown);
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(
                    document.at(key) + "unknown platform: " + key.without(1),
                    "the platforms are " + String.join(", ", KnownPlatforms.NAMES),
                    invalid);
        }
    }

    private List<Destination> destinations() throws UsageException {
        List<Destination> destinations = new ArrayList<>();
        for (Destination.Tool tool : Destination.Tool.values()) {
            destinations.addAll(
                    document.several(UPLOAD + tool.key(), tool.expected(), target -> new Destination(tool, target)));
        }
        return destinations;
    }

    private Optional<String> line(String key) throws UsageException {
        return document.value(
                key,
                "one printable line",
                text -> require(text, line -> Printable.of(line).equals(line)));
    }

    private Optional<Path> path(String key) throws UsageException {
        return document.value(key, PATH, this::resolve);
    }

    private Path resolve(String path) {
        return document.file().resolveSibling(path).normalize();
    }

    private static VersionTemplate pathTemplate(String text) {
        VersionTemplate template = new VersionTemplate(text);
        Path.of(text);
        return template;
    }

    private static VersionTemplate notes(String text) {
        VersionTemplate template = new VersionTemplate(text);
        new WebAddress(template.text().replace("{version}", "1"));
        return template;
    }

    private static <T> T require(T value, Predicate<T> condition) {
        if (!condition.test(value)) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }
}
