package cco.core.fetch;

import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.http.Certificates;
import cco.core.http.HttpTransport;
import cco.core.http.NetworkSettings;
import cco.core.http.RetryPolicy;
import cco.core.model.AppName;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A repository with one archive, an empty cache, and limits for servers that behave and for those that do not. */
public final class FetchLab {

    static final String PATH = "v1.0.0/app.tar.gz";
    public static final FetchLimits PATIENT = FetchLimits.of(Duration.ofMinutes(1));
    /** Nothing that behaves is asked under these limits, so that a slow machine cannot break a test. */
    static final FetchLimits HASTY =
            new FetchLimits(1_000_000, Duration.ofMillis(300), Duration.ofMillis(600), Duration.ofMillis(300));

    /** Waits for nothing. */
    static final RetryPolicy RETRIES = new RetryPolicy(_ -> {}, () -> 0.5, System::nanoTime);

    static final AppName APP = new AppName("app");

    public final Path repository;
    final Path cache;
    final Path anchors;
    public final byte[] archive = new byte[1 << 20];
    final RepositoryFile file;

    public FetchLab(Path temporary) throws IOException {
        repository = temporary.resolve("repository");
        cache = temporary.resolve("cache/blobs");
        anchors = temporary.resolve("anchors");
        new Random(1).nextBytes(archive);
        Files.createDirectories(repository.resolve(PATH).getParent());
        Files.write(repository.resolve(PATH), archive);
        file = new RepositoryFile(PATH, Sha256.of(archive), archive.length);
    }

    static HttpTransport transport(FetchLimits limits) throws UsageException {
        return new HttpTransport(
                new NetworkSettings(limits.window(), Optional.empty(), Certificates.ofSystem(""), Map.of()));
    }

    public Fetcher fetcher(FetchLimits limits) throws UsageException {
        return new Fetcher(transport(limits), cache, AnchorFiles.in(anchors), limits, RETRIES);
    }

    public VerifiedBlob fetch(FetchLimits limits, Origin... origins) throws CcoException {
        return fetcher(limits).archive(List.of(origins), APP, file, List.of(), ProgressListener.NONE);
    }

    <E extends CcoException> E refused(Class<E> kind, FetchLimits limits, Origin... origins) {
        return assertThrows(kind, () -> fetch(limits, origins));
    }

    Path blob() {
        return cache.resolve(file.sha256().hex());
    }

    Path partial() {
        return cache.resolve(file.sha256().hex() + ".partial");
    }

    /** Pretends that an earlier process left this much of the archive, without a tag. */
    public void leavePartial(byte[] bytes) throws IOException {
        Files.createDirectories(cache);
        Files.write(partial(), bytes);
    }

    /** The names in the cache, but for those that say for whom something is there. */
    List<String> cached() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".wanted-by.partial"))
                    .sorted()
                    .toList();
        }
    }

    /** A mirror as the host sees it. */
    public record Mirror(URI base) implements Origin {

        @Override
        public String name() {
            return base.toString();
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            return transport.get(URI.create(base + "/" + resource.path()), resource, Map.of());
        }
    }
}
