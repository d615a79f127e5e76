package cco.source.file;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;

/** A directory. A file's size and modification time serve as its strong tag. */
record DirectoryOrigin(Path directory) implements Origin {

    @Override
    public String name() {
        return directory.toString();
    }

    @Override
    public Content open(Resource resource, Transport transport) throws IOException {
        if (!Files.isDirectory(directory)) {
            // NoSuchFileException would mean that only the file is missing.
            throw new IOException("there is no directory " + directory);
        }
        Path file = directory.resolve(resource.path());
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(file.toString(), null, "not a file");
        }
        String state = attributes.size() + "-" + attributes.lastModifiedTime().toMillis();
        boolean same = resource.validator().orElse(state).equals(state) && resource.offset() <= attributes.size();
        long offset = same ? resource.offset() : 0;
        SeekableByteChannel channel = Files.newByteChannel(file).position(offset);
        return new Content(
                Channels.newInputStream(channel),
                offset,
                OptionalLong.of(attributes.size() - offset),
                Optional.of(state));
    }
}
