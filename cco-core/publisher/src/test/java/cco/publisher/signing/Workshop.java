package cco.publisher.signing;

import cco.core.error.CcoException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonText;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Sha256;
import cco.core.model.Version;
import cco.publisher.keys.KeyOpener;
import cco.publisher.keys.KeyUri;
import cco.publisher.keys.Passphrases;
import cco.publisher.keys.Signer;
import cco.publisher.pack.Build;
import cco.publisher.pack.PackRequest;
import cco.publisher.pack.Packer;
import cco.publisher.repository.AddRequest;
import cco.publisher.repository.ReleaseInfo;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A publisher of the app hello, with a clock that stands still and archives that are plain text. */
final class Workshop implements SignerProvider {

    static final AppName HELLO = new AppName("hello");
    static final Instant START = Instant.parse("2026-06-01T12:00:00.123Z");

    private static final Platform LINUX = new Platform("linux-x86_64");
    private static final Passphrases NOBODY = new Passphrases() {
        @Override
        public char[] ask(String key) {
            throw new AssertionError("no key is encrypted here");
        }

        @Override
        public char[] choose(String key) {
            throw new AssertionError("no key is encrypted here");
        }
    };

    final Path directory;
    final Map<KeyRole, Signer> keys = new EnumMap<>(KeyRole.class);

    /** The roles whose keys were used, in order. */
    final List<KeyRole> used = new ArrayList<>();

    Instant now = START;
    private final Path folder;
    private int made;

    Workshop(Path folder) throws CcoException {
        this.folder = folder;
        this.directory = folder.resolve("repository");
        for (KeyRole role : KeyRole.values()) {
            keys.put(role, newKey());
        }
    }

    /** A workshop with signed releases. */
    static Workshop with(Path folder, String... versions) throws CcoException, IOException {
        Workshop workshop = new Workshop(folder);
        workshop.repository().init(HELLO, workshop, ExpiryPolicy.DEFAULT);
        for (String version : versions) {
            workshop.add(version, "hello " + version);
            workshop.repository().sign(workshop);
        }
        workshop.used.clear();
        return workshop;
    }

    Signer newKey() throws CcoException {
        KeyUri.InFile file = new KeyUri.InFile(folder.resolve("keys").resolve(made++ + ".pem"));
        return new KeyOpener(name -> Optional.empty(), NOBODY).createPlain(file);
    }

    @Override
    public Signer signer(KeyRole role) {
        used.add(role);
        return keys.get(role);
    }

    TufRepository repository() {
        return new TufRepository(directory, () -> now);
    }

    RepositoryStatus check() throws CcoException {
        return new RepositoryCheck(directory, Optional.empty(), FileDigests.READ).check(now);
    }

    void pass(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    void add(String version, String content) throws CcoException, IOException {
        Path build = Files.createDirectories(folder.resolve("build"));
        Path program = Files.writeString(build.resolve("hello"), content);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive =
                new Packer().pack(PackRequest.of(HELLO, Version.of(version), LINUX, build), folder.resolve("packed"));
        new ReleaseRepository(directory)
                .add(AddRequest.usual(
                        HELLO,
                        Version.of(version),
                        new Build(LINUX, archive, Programs.of("hello"), List.of("--version")),
                        ReleaseInfo.plain(START)));
    }

    /** Removes a version from the manifest, as a publisher does by hand. */
    void forget(String version) throws IOException, JsonException {
        Path manifest = file("version-manifest.json");
        Map<String, Object> root =
                new LinkedHashMap<>(Json.parse(Files.readAllBytes(manifest)).asMap());
        Map<String, Object> versions = new LinkedHashMap<>(
                Json.parse(Files.readAllBytes(manifest)).object("versions").asMap());
        versions.remove(version);
        root.put("versions", versions);
        Files.writeString(manifest, JsonText.pretty(root));
    }

    /** Changes the serial of the manifest, as a publisher does by hand. */
    void serial(long serial) throws IOException, JsonException {
        Path manifest = file("version-manifest.json");
        Map<String, Object> root =
                new LinkedHashMap<>(Json.parse(Files.readAllBytes(manifest)).asMap());
        root.put("serial", serial);
        Files.writeString(manifest, JsonText.pretty(root));
    }

    Path file(String path) {
        return directory.resolve(path);
    }

    Path archive(String version) {
        return file("v" + version + "/hello-v" + version + "-linux-x86_64.tar.gz");
    }

    /** The name of a file with its digest. */
    Path consistent(Path file) throws IOException {
        return file.resolveSibling(Sha256.of(Files.readAllBytes(file)) + "." + file.getFileName());
    }

    /** Every file of the repository with its content. */
    SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** The files that an action adds, changes or removes. */
    List<String> changed(Action action) throws CcoException, IOException {
        SortedMap<String, String> before = files();
        action.run();
        Map<String, String> all = new HashMap<>(before);
        SortedMap<String, String> after = files();
        all.putAll(after);
        return all.keySet().stream()
                .filter(name -> !after.getOrDefault(name, "").equals(before.getOrDefault(name, "")))
                .sorted()
                .toList();
    }

    /** A publisher's command. */
    @FunctionalInterface
    interface Action {
        void run() throws CcoException, IOException;
    }
}
