package cco.publisher.repository;

import cco.core.error.CcoException;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.publisher.pack.Build;
import cco.publisher.pack.PackRequest;
import cco.publisher.pack.Packer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A repository of the app hello, and builds for it. */
final class Fixture {

    static final AppName HELLO = new AppName("hello");
    static final Platform LINUX = new Platform("linux-x86_64");
    static final Platform WINDOWS = new Platform("windows-x86_64");
    static final Instant DATE = Instant.parse("2026-01-31T10:00:00Z");

    final Path directory;
    private final Path builds;
    private final ReleaseRepository repository;

    Fixture(Path root) {
        directory = root.resolve("repository");
        builds = root.resolve("builds");
        repository = new ReleaseRepository(directory);
    }

    /** A build for Linux with an executable {@code hello}; the text makes its bytes differ from other builds'. */
    Build build(String text) throws IOException {
        return build(LINUX, "hello*\n" + text + "\n");
    }

    Build build(Platform platform, String content) throws IOException {
        return build(platform, "hello", content);
    }

    /** A build with a file for each line; a name that ends in {@code *} is executable. */
    Build build(Platform platform, String packed, String content) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(builds), "build");
        for (String line : content.lines().toList()) {
            Path file = folder.resolve(line.replace("*", ""));
            Files.createDirectories(file.getParent());
            Files.writeString(file, line);
            if (line.endsWith("*")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        PackRequest request = new PackRequest(
                HELLO, Version.of("0.0.0"), platform, folder, Programs.of(packed), PackRequest.EARLIEST);
        try {
            Path archive = new Packer().pack(request, folder.resolveSibling(folder.getFileName() + ".packed"));
            return new Build(platform, archive, Programs.of("hello"), List.of("--version"));
        } catch (CcoException e) {
            throw new AssertionError(e);
        }
    }

    AddResult add(String version, String text) throws CcoException, IOException {
        return add(version, build(text));
    }

    AddResult add(String version, Build build) throws CcoException {
        return add(AddRequest.usual(HELLO, Version.of(version), build, ReleaseInfo.plain(DATE)));
    }

    AddResult add(AddRequest request) throws CcoException {
        return repository.add(request);
    }

    static AddRequest to(String version, Build build, String... channels) {
        Set<Channel> named = Set.copyOf(Stream.of(channels).map(Channel::new).toList());
        return new AddRequest(HELLO, Version.of(version), build, ReleaseInfo.plain(DATE), named, Optional.empty());
    }

    Path manifestFile() {
        return directory.resolve(ReleaseRepository.MANIFEST);
    }

    /** The manifest as a client sees it. */
    Manifest manifest() throws CcoException, IOException {
        return ManifestReader.read(new UntrustedBytes("manifest", Files.readAllBytes(manifestFile())), HELLO);
    }

    Map<String, String> latest() throws CcoException, IOException {
        Map<String, String> latest = new TreeMap<>();
        manifest().latest().forEach((channel, version) -> latest.put(channel.value(), version.toString()));
        return latest;
    }

    /** Every file of the repository with its content. */
    SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        directory.relativize(path).toString().replace('\\', '/'),
                        Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
