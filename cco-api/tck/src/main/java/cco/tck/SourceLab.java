package cco.tck;

import cco.api.ChannelSource;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.tck.server.FaultyServer;
import cco.tck.server.LoopbackTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** A repository with one archive, in a folder and on a server, and a source that reads it. */
final class SourceLab implements AutoCloseable {

    static final String PATH = "v1.0.0/app-v1.0.0-linux-x86_64.tar.gz";
    static final String CONTENT = "0123456789";

    final FaultyServer server;
    private final ChannelSource source;
    private final Path folder;
    private final BiFunction<Path, URI, Map<String, ?>> settings;

    SourceLab(ChannelSource source, Path temporary, BiFunction<Path, URI, Map<String, ?>> settings) throws IOException {
        this.source = source;
        this.settings = settings;
        folder = Files.createDirectories(temporary.resolve("repository"));
        put(PATH, CONTENT);
        server = FaultyServer.serving(folder);
    }

    /** Publishes a file, or a new state of it. */
    void put(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** The settings for the repository. */
    TableSettings settings() {
        return new TableSettings(settings.apply(folder, server.address()));
    }

    /** The settings for a place without a repository. */
    TableSettings settingsForNothing() throws IOException {
        return new TableSettings(settings.apply(folder.resolveSibling("gone"), FaultyServer.nobody()));
    }

    /** The best origin of the repository. */
    Origin origin() throws Exception {
        return source.origins(settings()).getFirst();
    }

    Content open(Resource resource) throws Exception {
        return origin().open(resource, new LoopbackTransport());
    }

    /** Reads a whole file. */
    String read(String path) throws Exception {
        try (Content content = open(Resource.whole(path))) {
            return text(content);
        }
    }

    /** The file's tag, if the source has one. */
    Optional<String> state(String path) throws Exception {
        try (Content content = open(Resource.whole(path))) {
            return content.validator();
        }
    }

    static String text(Content content) throws IOException {
        return new String(content.stream().readAllBytes());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
