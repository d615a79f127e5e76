package cco.core.config;

import cco.api.BadSettingException;
import cco.core.disk.FileMutex;
import cco.core.disk.IoReason;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Sha256;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import cco.core.toml.TomlException;
import cco.core.toml.TomlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The user's configuration file.
 *
 * <p>An edit changes one key and keeps every other byte: comments, order, blank lines. A change that would not load, or
 * that contradicts the administrator's file, is not written. Edits are made under a lock, to the file as it is then.
 *
 * <p>A missing file is empty. A file that is not TOML is refused on loading; one with unknown keys or invalid values is
 * refused by {@link #settings}, but {@link #set} and {@link #unset} can still correct it.
 */
public final class ConfigFile {

    private final Layer user;
    private final Surroundings around;

    private ConfigFile(Layer user, Surroundings around) {
        this.user = user;
        this.around = around;
    }

    /**
     * Reads the user's file and the administrator's.
     *
     * @param dirs the folders of cco
     * @param env the environment
     * @param sourceKeys the keys that each known source reads
     * @return the configuration
     * @throws UsageException naming file and line, if a file must not be read or is not TOML
     * @throws StorageException if the system cannot read a file now
     */
    public static ConfigFile load(Dirs dirs, Env env, SourceKeys sourceKeys) throws UsageException, StorageException {
        return load(dirs.configFile(), new Surroundings(SystemFile.find(env), env, lock(dirs), sourceKeys));
    }

    private static Path lock(Dirs dirs) {
        return dirs.state().resolve("config.lock");
    }

    /**
     * Removes the lock file, unless a process holds it.
     *
     * @param dirs the folders of cco
     * @throws StorageException if it cannot be removed
     */
    public static void discardLock(Dirs dirs) throws StorageException {
        try {
            FileMutex.discard(lock(dirs));
        } catch (IOException e) {
            throw new StorageException(IoReason.explain("cannot remove " + lock(dirs), e), "remove it by hand", e);
        }
    }

    static ConfigFile load(Path file, Surroundings around) throws UsageException, StorageException {
        return new ConfigFile(Layer.read(file, Layer.Remedy.USER), around);
    }

    /**
     * {@return whether the file exists, readable or not}
     *
     * @param file the file
     */
    public static boolean exists(Path file) {
        return Files.exists(file);
    }

    /** {@return the path of the file, which may not exist} */
    public Path file() {
        return user.file();
    }

    /**
     * {@return the settings of this run}
     *
     * @throws UsageException naming file and line or the variable, if a key is unknown, a value is invalid, or a
     *     source has no table
     */
    public Configuration settings() throws UsageException {
        return Configuration.of(layers(), around.env(), around.sourceKeys());
    }

    private Layers layers() throws UsageException {
        return new Layers(around.system(), EnvironmentLayer.of(around.env()), user);
    }

    /**
     * Sets a key and writes the file, which only its owner can read.
     *
     * @param key the key
     * @param value as typed: {@code true}, {@code 3}, {@code weekly}, {@code a,b} or {@code ["a", "b"]}; a list
     *     for a key of a source needs brackets, because its strings may contain commas
     * @return the file as it is now
     * @throws UsageException if the file would not load with it; nothing has changed
     * @throws StorageException if the file cannot be written; nothing has changed
     */
    public ConfigFile set(KeyPath key, String value) throws UsageException, StorageException {
        Key located = Key.locate(key, around.sourceKeys());
        Object toml = located.kind().typed().apply(value);
        requireValid(located, toml, value);
        return rewritten(_ -> Map.of(key, Optional.of(toml)));
    }

    private void requireValid(Key key, Object toml, String typed) throws UsageException {
        layers().requireUnpinned(key);
        ValueType<?> kind = key.kind();
        if (kind.read(toml).isEmpty()) {
            throw new UsageException(
                    key.path() + " must be " + kind.expected() + ", not "
                            + TomlWriter.quoted(Redaction.redacted(typed)),
                    "run `cco config get " + key.path() + "` to see the current value");
        }
        changed(Map.of(key.path(), Optional.of(toml))).requireUsable(key);
    }

    /**
     * Adds values to a list and writes the file. Values that the list contains already stay where they are.
     *
     * @param key the key
     * @param value as typed, like that of {@link #set}
     * @return the file as it is now
     * @throws UsageException if the key is not a list, or as for {@link #set}; nothing has changed
     * @throws StorageException if it fails
     */
    public ConfigFile add(KeyPath key, String value) throws UsageException, StorageException {
        Key located = Key.locate(key, around.sourceKeys());
        if (!(located.kind().typed().apply(value) instanceof List<?> added)) {
            throw new UsageException(key + " is not a list", "run `cco config set " + key + " VALUE` to replace it");
        }
        requireValid(located, union(user, key, added), value);
        return rewritten(now -> Map.of(key, Optional.of(union(now, key, added))));
    }

    private static List<Object> union(Layer layer, KeyPath key, List<?> added) {
        Set<Object> all = new LinkedHashSet<>();
        layer.value(key).ifPresent(present -> all.addAll(present instanceof List<?> list ? list : List.of(present)));
        all.addAll(added);
        return List.copyOf(all);
    }

    /** Asks a source whether it accepts the value of its key; the rest of its table may be incomplete. */
    private void requireUsable(Key key) throws UsageException {
        if (!key.isOfSource()) {
            return;
        }
        Configuration settings = settings();
        SourceConfig table = settings.source(key.app(), key.path().parent().last());
        try {
            around.sourceKeys().check(table, around.env());
        } catch (BadSettingException refusal) {
            if (refusal.key().equals(key.path().last())) {
                throw settings.refused(table, refusal);
            }
        }
    }

    /**
     * Removes a key and writes the file. A key that is not set stays so; an unknown key can be removed too.
     *
     * @param key the key
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
     * Makes a source the only one of an app and writes the file. The tables of its other sources stay, unused. A
     * pinned source is not written.
     *
     * @param source the source
     * @param channel the channel to follow; empty leaves it unchanged
     * @return the file as it is now
     * @throws UsageException if the file would not load with it; nothing has changed
     * @throws StorageException if the file cannot be written; nothing has changed
     */
    public ConfigFile withSource(SourceConfig source, Optional<Channel> channel)
            throws UsageException, StorageException {
        return rewritten(replacing(source, channel)::edits);
    }

    /**
     * The change that {@link #withSource} would make now.
     *
     * @param source the source
     * @param channel the channel to follow; empty leaves it unchanged
     * @return the change
     * @throws UsageException if the file cannot be changed in place
     */
    public ConfigChange change(SourceConfig source, Optional<Channel> channel) throws UsageException {
        ConfigFile after = migrated(replacing(source, channel)::edits);
        return new ConfigChange(
                user.document().bytes(), Sha256.of(after.user.document().bytes()));
    }

    private SourceChange replacing(SourceConfig source, Optional<Channel> channel) throws UsageException {
        return new SourceChange(
                source, channel, layers().pinned(source.app(), Schema.SOURCE).isPresent());
    }

    /**
     * Takes a change back, unless the file has changed since.
     *
     * @param change the change
     * @return whether the file is as it was before the change
     * @throws UsageException if the file cannot be read
     * @throws StorageException if it cannot be written
     */
    public boolean undo(ConfigChange change) throws UsageException, StorageException {
        try (FileMutex _ = FileMutex.acquire(around.lock())) {
            byte[] now = load(user.file(), around).user.document().bytes();
            if (!Sha256.of(now).equals(change.after())) {
                return Arrays.equals(now, change.before());
            }
            if (change.before().length > 0) {
                place().write(TomlDocument.of(change.before()));
            } else {
                place().delete();
            }
            return true;
        } catch (IOException e) {
            throw place().unwritable(e);
        } catch (TomlException e) {
            throw Layer.refused(user.file(), e, "change the file with an editor");
        }
    }

    private ConfigFile rewritten(Function<Layer, Map<KeyPath, Optional<Object>>> change)
            throws UsageException, StorageException {
        return locked(now -> now.migrated(change));
    }

    private ConfigFile migrated(Function<Layer, Map<KeyPath, Optional<Object>>> change) throws UsageException {
        Map<KeyPath, Optional<Object>> changes = new LinkedHashMap<>();
        changes.putAll(ConfigVersion.migration(user.document()));
        changes.putAll(change.apply(user));
        return changed(changes);
    }

    @FunctionalInterface
    private interface Change {
        ConfigFile of(ConfigFile now) throws UsageException, StorageException;
    }

    /** Other edits wait, and edits made since the file was read are kept. */
    private ConfigFile locked(Change change) throws UsageException, StorageException {
        try {
            place().requireOwn();
            try (FileMutex _ = FileMutex.acquire(around.lock())) {
                return change.of(load(user.file(), around)).written();
            }
        } catch (IOException unlockable) {
            throw place().unwritable(unlockable);
        }
    }

    /**
     * Removes the settings of an app and writes the file. Comments outside its tables stay.
     *
     * @param app the app
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
            throw Layer.refused(user.file(), unchangeable, "remove [" + table + "] with an editor");
        }
    }

    /** Applies the changes in order; a key without a value is removed. */
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
            place().write(user.document());
        } catch (IOException unwritable) {
            throw place().unwritable(unwritable);
        }
        return this;
    }

    private ConfigPlace place() {
        return new ConfigPlace(user.file());
    }
}
