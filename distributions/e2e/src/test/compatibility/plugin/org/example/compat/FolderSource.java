package org.example.compat;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Settings;
import cco.api.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Releases in a folder. */
public final class FolderSource implements ChannelSource {

    /** Called by ServiceLoader. */
    public FolderSource() {}

    @Override
    public String id() {
        return "folder";
    }

    @Override
    public Set<String> keys() {
        return Set.of("at");
    }

    @Override
    public List<Origin> origins(Settings settings) throws BadSettingException {
        Path folder = Path.of(settings.text("at").orElseThrow(() -> new BadSettingException("at", "is missing")));
        return List.of(new FolderOrigin(folder));
    }

    private record FolderOrigin(Path folder) implements Origin {

        @Override
        public String name() {
            return folder.toString();
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            Path file = folder.resolve(resource.path());
            long size = Files.size(file);
            InputStream stream = Files.newInputStream(file);
            stream.skipNBytes(resource.offset());
            return new Content(stream, resource.offset(), OptionalLong.of(size - resource.offset()), Optional.empty());
        }
    }
}
