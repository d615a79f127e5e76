package cco.tuf;

import cco.api.Content;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.http.Certificates;
import cco.core.http.HttpTransport;
import cco.core.http.NetworkSettings;
import cco.core.metadata.MetadataSource;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Small files below a base URL, read through the engine's HTTP stack; 403 and 404 mean that a file is missing. */
final class HttpFiles implements MetadataSource {

    private static final NetworkSettings SETTINGS =
            new NetworkSettings(Duration.ofSeconds(30), Optional.empty(), Certificates.ofSystem(""), Map.of());

    private final String base;
    private final Transport transport;

    HttpFiles(String base) throws CcoException {
        this.base = base.endsWith("/") ? base : base + "/";
        this.transport = new HttpTransport(SETTINGS);
    }

    @Override
    public Optional<UntrustedBytes> fetch(MetadataRequest request) throws CcoException {
        URI address = URI.create(base + request.file());
        try (Content content = transport.get(address, Resource.whole("file"), Map.of())) {
            byte[] bytes = content.stream().readNBytes(request.limit() + 1);
            if (bytes.length > request.limit()) {
                throw new SourceException(address + " has more than " + request.limit() + " bytes", "try another");
            }
            return Optional.of(new UntrustedBytes(address.toString(), bytes));
        } catch (NoSuchFileException | AccessDeniedException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SourceException("cannot read " + address + ": " + e.getMessage(), "try again later", e);
        }
    }
}
