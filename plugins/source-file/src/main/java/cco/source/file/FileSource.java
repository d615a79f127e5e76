package cco.source.file;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Origin;
import cco.api.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The source {@code file}: one origin, the directory {@code path}. */
public final class FileSource implements ChannelSource {

    private static final String PATH = "path";

    /** Called by ServiceLoader. */
    public FileSource() {}

    @Override
    public String id() {
        return "file";
    }

    @Override
    public Set<String> keys() {
        return Set.of(PATH);
    }

    @Override
    public List<Origin> origins(Settings settings) throws BadSettingException {
        String text = settings.text(PATH).orElseThrow(() -> new BadSettingException(PATH, "names no directory"));
        Path directory = path(text);
        // A relative path would depend on the folder in which cco starts.
        if (!directory.isAbsolute()) {
            throw new BadSettingException(PATH, "must be an absolute path: " + text);
        }
        return List.of(new DirectoryOrigin(directory.normalize()));
    }

    private static Path path(String text) throws BadSettingException {
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            throw new BadSettingException(PATH, "is not a path: " + text);
        }
    }
}
