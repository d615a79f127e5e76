package cco.core.config;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import cco.core.model.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The user's configuration file. It is changed one key at a time, and every byte that is not that key's stays as the
 * user left it: comments, order, blank lines. What would not load afterwards is not written.
 *
 * <p>An absent file is an empty one. A file that cannot be read as TOML is refused on loading; one with unknown keys or
 * bad values is refused by {@link #settings}, but can still be mended with {@link #set} and {@link #unset}.
 */
public final class ConfigFile {

    private static final int MAX_LINKS = 40;

    private final Path file;
    private final TomlDocument document;
    private final SourceKeys sourceKeys;

    private ConfigFile(Path file, TomlDocument document, SourceKeys sourceKeys) {
        this.file = file;
        this.document = document;
        this.sourceKeys = sourceKeys;
    }

    /**
     * Reads the file.
     *
     * @param sourceKeys the keys that each known source reads
     * @throws UsageException naming file and line, if it cannot be read or is not TOML
     */
    public static ConfigFile load(Path file, SourceKeys sourceKeys) throws UsageException {
        try {
            return new ConfigFile(file, TomlDocument.of(read(file)), sourceKeys);
        } catch (TomlException invalid) {
            throw refused(file, invalid, "correct the file with an editor");
        } catch (IOException unreadable) {
            throw new UsageException(
                    "cannot read the configuration file " + file + ": " + IoReason.of(unreadable),
                    "make it readable, or name another with --config",
                    unreadable);
        }
    }

    /** Where it is, whether or not it exists. */
    public Path file() {
        return file;
    }

    /**
     * What the file says.
     *
     * @throws UsageException naming file and line, if a key is unknown, a value cannot be used or a source has no table
     */
    public Settings settings() throws UsageException {
        return Settings.of(file, document, sourceKeys);
    }

    /**
     * Sets a key and writes the file, readable by its owner alone.
     *
     * @param value as typed: {@code true}, {@code 3}, {@code weekly}, {@code a,b} or {@code ["a", "b"]}; for a source's
     *     own key a list has to have its brackets, since a comma may be part of a text
     * @return the file as it is now
     * @throws UsageException if the file would not load with it, or cannot be written; nothing has changed
     */
    public ConfigFile set(KeyPath key, String value) throws UsageException {
        Kind<?> kind = Key.locate(key, sourceKeys).kind();
        Object toml = kind.typed().apply(value);
        if (kind.read(toml).isEmpty()) {
            throw new UsageException(
                    key + " must be " + kind.expected() + ", not " + TomlWriter.quoted(value),
                    "nothing was changed; `cco config get " + key + "` prints the value that holds");
        }
        return changed(Map.of(key, Optional.of(toml))).written();
    }

    /**
     * Takes a key out and writes the file; a key that is not set is left so. Unknown keys can be taken out too.
     *
     * @return the file as it is now
     * @throws UsageException if there is no such key, the file would not load without it, or cannot be written; nothing
     *     has changed
     */
    public ConfigFile unset(KeyPath key) throws UsageException {
        if (document.value(key).isEmpty()) {
            Key.locate(key, sourceKeys);
            return this;
        }
        return changed(Map.of(key, Optional.empty())).written();
    }

    /**
     * Makes a source the only one that an app is updated from, and writes the file. Tables of the app's other sources
     * stay, unused.
     *
     * @param channel the channel to follow from now on; nothing leaves it as it is
     * @return the file as it is now
     * @throws UsageException if the file would not load with it, or cannot be written; nothing has changed
     */
    public ConfigFile withSource(SourceTable source, Optional<Channel> channel) throws UsageException {
        Map<KeyPath, Optional<Object>> changes = new LinkedHashMap<>();
        document.values().keySet().stream()
                .filter(key -> key.startsWith(source.path()))
                .forEach(stale -> changes.put(stale, Optional.empty()));
        changes.put(Key.of(source.app(), Schema.SOURCE), Optional.of(source.id()));
        channel.ifPresent(name -> changes.put(Key.of(source.app(), Schema.CHANNEL), Optional.of(name.value())));
        source.values().forEach((key, value) -> changes.put(source.path().plus(key), Optional.of(value)));
        source.trust().ifPresent(
                trust -> changes.put(source.path().plus(Key.TRUST), Optional.of(trust.toString())));
        return changed(changes).written();
    }

    /** Applies the changes in their order; a key without a value is taken out. */
    private ConfigFile changed(Map<KeyPath, Optional<Object>> changes) throws UsageException {
        TomlDocument changed = document;
        try {
            for (Map.Entry<KeyPath, Optional<Object>> change : changes.entrySet()) {
                KeyPath key = change.getKey();
                Optional<Object> value = change.getValue();
                changed = value.isPresent() ? changed.with(key, value.get()) : changed.without(key);
            }
        } catch (TomlException unchangeable) {
            throw refused(file, unchangeable, "change the file with an editor");
        }
        return new ConfigFile(file, changed, sourceKeys);
    }

    private ConfigFile written() throws UsageException {
        settings();
        try {
            DurableFiles.write(target(file), document.bytes());
        } catch (IOException unwritable) {
            throw new UsageException(
                    "cannot write the configuration file " + file + ": " + IoReason.of(unwritable),
                    "check the free space and the permissions of its folder; the file is unchanged",
                    unwritable);
        }
        return this;
    }

    /** Where a link leads: a file that is kept elsewhere and linked here stays linked. */
    private static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TomlDocument.MAX_BYTES + 1);
        } catch (NoSuchFileException absent) {
            return new byte[0];
        }
    }

    private static UsageException refused(Path file, TomlException reason, String hint) {
        return new UsageException(file + ":" + reason.line() + ": " + reason.getMessage(), hint, reason);
    }
}
