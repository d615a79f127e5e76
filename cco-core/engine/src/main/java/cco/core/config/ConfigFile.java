package cco.core.config;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileModes;
import cco.core.disk.FileMutex;
import cco.core.disk.FolderOwner;
import cco.core.disk.IoReason;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import cco.core.toml.TomlException;
import cco.core.toml.TomlWriter;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The user's configuration file. It is changed one key at a time, and every byte that is not that key's stays as the
 * user left it: comments, order, blank lines. What would not load afterwards is not written, nor what the administrator
 * has pinned. Every change is made under a lock, to the file as it then is.
 *
 * <p>An absent file is an empty one. A file that cannot be read as TOML is refused on loading; one with unknown keys or
 * bad values is refused by {@link #settings}, but can still be mended with {@link #set} and {@link #unset}.
 */
public final class ConfigFile {

    private static final int MAX_LINKS = 40;

    private final Layer user;
    private final Surroundings around;

    private ConfigFile(Layer user, Surroundings around) {
        this.user = user;
        this.around = around;
    }

    /**
     * What else has a say, and where changes are locked.
     *
     * @param system the administrator's file, if the machine has one
     * @param lock a file that every process that changes the configuration locks
     * @param sourceKeys the keys that each known source reads
     */
    record Surroundings(Optional<Layer> system, Env env, Path lock, SourceKeys sourceKeys) {}

    /**
     * Reads the user's file, and the administrator's if there is one.
     *
     * @param sourceKeys the keys that each known source reads
     * @throws UsageException naming file and line, if a file cannot be read or is not TOML
     */
    public static ConfigFile load(Dirs dirs, Env env, SourceKeys sourceKeys) throws UsageException {
        return load(dirs.configFile(), new Surroundings(SystemFile.find(env), env, lock(dirs), sourceKeys));
    }

    private static Path lock(Dirs dirs) {
        return dirs.state().resolve("config.lock");
    }

    /**
     * Removes the file under whose lock the configuration is changed, unless it is just being changed.
     *
     * @throws StorageException if it cannot be removed
     */
    public static void discardLock(Dirs dirs) throws StorageException {
        try {
            FileMutex.discard(lock(dirs));
        } catch (IOException e) {
            throw new StorageException("cannot remove " + lock(dirs) + ": " + IoReason.of(e), "remove it by hand", e);
        }
    }

    static ConfigFile load(Path file, Surroundings around) throws UsageException {
        return new ConfigFile(Layer.read(file, Layer.Remedy.USER), around);
    }

    /** Whether there is such a file, be it readable or not. */
    public static boolean exists(Path file) {
        return Files.exists(file);
    }

    /** Where it is, whether or not it exists. */
    public Path file() {
        return user.file();
    }

    /**
     * What holds on this machine, for this run.
     *
     * @throws UsageException naming file and line or the variable, if a key is unknown, a value cannot be used or a
     *     source has no table
     */
    public Settings settings() throws UsageException {
        return Settings.of(layers(), around.env(), around.sourceKeys());
    }

    private Layers layers() throws UsageException {
        return new Layers(around.system(), EnvironmentLayer.of(around.env()), user);
    }

    /**
     * Sets a key and writes the file, readable by its owner alone.
     *
     * @param value as typed: {@code true}, {@code 3}, {@code weekly}, {@code a,b} or {@code ["a", "b"]}; for a source's
     *     own key a list has to have its brackets, since a comma may be part of a text
     * @return the file as it is now
     * @throws UsageException if the file would not load with it; nothing has changed
     * @throws StorageException if the file cannot be written; nothing has changed
     */
    public ConfigFile set(KeyPath key, String value) throws UsageException, StorageException {
        Key located = Key.locate(key, around.sourceKeys());
        layers().requireFree(located);
        ValueType<?> kind = located.kind();
        Object toml = kind.typed().apply(value);
        if (kind.read(toml).isEmpty()) {
            throw new UsageException(
                    key + " must be " + kind.expected() + ", not " + TomlWriter.quoted(Redaction.redacted(value)),
                    "nothing was changed; `cco config get " + key + "` prints the value that holds");
        }
        return rewritten(_ -> Map.of(key, Optional.of(toml)));
    }

    /**
     * Takes a key out and writes the file; a key that is not set is left so. Unknown keys can be taken out too.
     *
     * @return the file as it is now
     * @throws UsageException if there is no such key, or the file would not load without it; nothing has changed
     * @throws StorageException if the file cannot be written; nothing has changed
     */
    public ConfigFile unset(KeyPath key) throws UsageException, StorageException {
        if (user.value(key).isEmpty()) {
            Key.locate(key, around.sourceKeys());
            return this;
        }
        return rewritten(_ -> Map.of(key, Optional.empty()));
    }

    /**
     * Makes a source the only one that an app is updated from, and writes the file. Tables of the app's other sources
     * stay, unused. A source that the administrator has pinned is not written down again.
     *
     * @param channel the channel to follow from now on; nothing leaves it as it is
     * @return the file as it is now
     * @throws UsageException if the file would not load with it; nothing has changed
     * @throws StorageException if the file cannot be written; nothing has changed
     */
    public ConfigFile withSource(SourceConfig source, Optional<Channel> channel)
            throws UsageException, StorageException {
        boolean pinned = layers().pinned(source.app(), Schema.SOURCE).isPresent();
        return rewritten(document -> {
            Map<KeyPath, Optional<Object>> changes = new LinkedHashMap<>();
            if (!pinned) {
                changes.putAll(only(source, document));
            }
            channel.ifPresent(name -> changes.put(Key.of(source.app(), Schema.CHANNEL), Optional.of(name.value())));
            return changes;
        });
    }

    private static Map<KeyPath, Optional<Object>> only(SourceConfig source, TomlDocument document) {
        Map<KeyPath, Optional<Object>> changes = new LinkedHashMap<>();
        document.values().keySet().stream()
                .filter(key -> key.startsWith(source.path()))
                .forEach(stale -> changes.put(stale, Optional.empty()));
        changes.put(Key.of(source.app(), Schema.SOURCE), Optional.of(source.id()));
        source.values().forEach((key, value) -> changes.put(source.path().plus(key), Optional.of(value)));
        source.trust().ifPresent(trust -> changes.put(source.path().plus(Key.TRUST), Optional.of(trust.toString())));
        return changes;
    }

    private ConfigFile rewritten(Function<TomlDocument, Map<KeyPath, Optional<Object>>> change)
            throws UsageException, StorageException {
        return locked(now -> {
            Map<KeyPath, Optional<Object>> changes = new LinkedHashMap<>();
            ConfigVersion.retired(now.user.document()).forEach(old -> changes.put(old, Optional.empty()));
            changes.putAll(change.apply(now.user.document()));
            return now.changed(changes);
        });
    }

    @FunctionalInterface
    private interface Change {
        ConfigFile of(ConfigFile now) throws UsageException, StorageException;
    }

    /** Whoever else changes the file at this time waits, and what they have changed since it was read stays. */
    private ConfigFile locked(Change change) throws UsageException, StorageException {
        try {
            FolderOwner.require(target(user.file()));
            try (FileMutex _ = FileMutex.acquire(around.lock())) {
                return change.of(load(user.file(), around)).written();
            }
        } catch (IOException unlockable) {
            throw unwritable(unlockable);
        }
    }

    /**
     * Takes out all that is said of an app, and writes the file. Comments outside its tables stay.
     *
     * @return the file as it is now
     * @throws UsageException if that cannot be done in place; nothing has changed
     * @throws StorageException if the file cannot be written; nothing has changed
     */
    public ConfigFile withoutApp(AppName app) throws UsageException, StorageException {
        KeyPath table = KeyPath.of("apps", app.value());
        return user.document().hasTable(table) ? locked(now -> now.withoutTable(table)) : this;
    }

    private ConfigFile withoutTable(KeyPath table) throws UsageException {
        try {
            return new ConfigFile(new Layer(user.file(), user.document().withoutTable(table), user.remedy()), around);
        } catch (TomlException unchangeable) {
            throw Layer.refused(user.file(), unchangeable, "take [" + table + "] out with an editor");
        }
    }

    /** Applies the changes in their order; a key without a value is taken out. */
    private ConfigFile changed(Map<KeyPath, Optional<Object>> changes) throws UsageException {
        TomlDocument changed = user.document();
        try {
            for (Map.Entry<KeyPath, Optional<Object>> change : changes.entrySet()) {
                KeyPath key = change.getKey();
                Optional<Object> value = change.getValue();
                changed = value.isPresent() ? changed.with(key, value.get()) : changed.without(key);
            }
        } catch (TomlException unchangeable) {
            throw Layer.refused(user.file(), unchangeable, "change the file with an editor");
        }
        return new ConfigFile(new Layer(user.file(), changed, user.remedy()), around);
    }

    private ConfigFile written() throws UsageException, StorageException {
        settings();
        try {
            Path target = target(user.file());
            requireWritable(target);
            DurableFiles.deleteLeftovers(target);
            if (isPrivate(target)) {
                DurableFiles.writePrivate(target, user.document().bytes());
            } else {
                DurableFiles.write(target, user.document().bytes());
            }
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
        return this;
    }

    /** Others may read a file without secrets, as in a system-wide installation, unless it was private before. */
    private boolean isPrivate(Path target) throws IOException {
        return Files.exists(target) && !FileModes.isShared(target)
                || user.document().values().entrySet().stream()
                        .anyMatch(entry -> Redaction.isSecret(entry.getKey(), entry.getValue()));
    }

    /** A rename would replace a file that its owner has protected, and a device: who is root may do that, too. */
    private static void requireWritable(Path target) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, "it is no regular file");
        }
        PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (view != null
                && Files.exists(target)
                && !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE)) {
            throw new FileSystemException(target.toString(), null, "it is read-only");
        }
    }

    private StorageException unwritable(IOException reason) {
        return new StorageException(
                "cannot write the configuration file " + user.file() + ": " + IoReason.of(reason),
                "check the free space and the permissions of its folder; the file is unchanged",
                reason);
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
}
