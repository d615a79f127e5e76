package cco.core.plugin;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileMutex;
import cco.core.disk.FolderOwner;
import cco.core.disk.IoReason;
import cco.core.error.PluginException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The folder of drop-in plugins.
 *
 * <p>A jar is first inspected. Trusting it copies it here and pins its digest and services in {@code plugins.lock}.
 * Later it can be listed, verified or removed.
 */
public final class PluginFolder {

    /** The time limit to start a plugin, which reads nothing yet. */
    static final Duration START_LIMIT = Duration.ofSeconds(10);

    private static final String LIST = "run `cco plugin list` to see the plugins";

    private final Path folder;
    private final PluginPolicy gate;
    private final TimeLimitedCall guard;

    /**
     * Creates a view of a folder.
     *
     * @param folder the folder, which need not exist yet
     */
    public PluginFolder(Path folder) {
        this(folder, PluginPolicy.standard(), new TimeLimitedCall(START_LIMIT));
    }

    PluginFolder(Path folder, PluginPolicy gate, TimeLimitedCall guard) {
        this.folder = folder;
        this.gate = gate;
        this.guard = guard;
    }

    /**
     * Inspects a jar without running any of its code.
     *
     * @param file the jar
     * @return the plugin in it
     * @throws PluginException if cco refuses it
     * @throws UsageException if there is no such file, or it cannot be read
     */
    public PluginCandidate inspect(Path file) throws PluginException, UsageException {
        byte[] bytes;
        try {
            bytes = OwnFile.readNamed(file, PluginJar.MAX_BYTES);
        } catch (IOException unreadable) {
            String reason = IoReason.explain("cannot read the plugin " + file, unreadable);
            throw new UsageException(reason, "pass the jar of a plugin", unreadable);
        }
        try {
            PluginJar jar = PluginJar.of(bytes);
            dropIns().admit(jar);
            return new PluginCandidate(jar, bytes, nameFor(file, jar));
        } catch (PluginRefusedException refusal) {
            throw refused("the plugin " + file, refusal);
        }
    }

    /**
     * Starts a plugin once to learn what it provides, copies its jar to the folder and pins it.
     *
     * <p>It replaces another version of the same plugin.
     *
     * @param candidate the inspected plugin
     * @return its new status
     * @throws PluginException if it cannot start, or provides an id of another plugin; nothing has changed
     * @throws StorageException if the folder cannot be written
     */
    public PluginStatus trust(PluginCandidate candidate) throws PluginException, StorageException {
        try {
            TrustedPlugin pin = candidate.pin(dropIns().load(candidate.jar()).abilities());
            PluginPolicy.requireFreeIds(pin.provides(), candidate.module());
            change(before -> {
                PluginLock after = before.with(pin);
                DurableFiles.write(folder.resolve(pin.file()), candidate.bytes());
                return after;
            });
            return PluginStatus.trusted(folder, pin);
        } catch (PluginRefusedException refusal) {
            throw refused("the plugin " + candidate.id(), refusal);
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    /**
     * Stops trusting a plugin and deletes its jar.
     *
     * @param id the id of the plugin
     * @throws UsageException if no such plugin is trusted
     * @throws PluginException if the lock is damaged
     * @throws StorageException if the folder cannot be written
     */
    public void remove(String id) throws UsageException, PluginException, StorageException {
        try {
            if (dropIns().lock().plugin(id).isEmpty()) {
                throw new UsageException("no plugin " + id + " is trusted", LIST);
            }
            change(before -> before.without(id));
        } catch (PluginRefusedException damaged) {
            throw refused(folder.toString(), damaged);
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    /**
     * Lists all plugins and other jars in the folder, without running any of them.
     *
     * @return their status, with the reason for each refusal
     * @throws PluginException if the lock is damaged
     */
    public List<PluginStatus> list() throws PluginException {
        return judge(new PluginAudit(folder, dropIns()), false);
    }

    /**
     * Lists all plugins and other jars in the folder, and starts each trusted plugin.
     *
     * @return their status, with the reason for each refusal
     * @throws PluginException if the lock is damaged
     */
    public List<PluginStatus> verify() throws PluginException {
        return judge(new PluginAudit(folder, dropIns()), true);
    }

    private List<PluginStatus> judge(PluginAudit inspection, boolean start) throws PluginException {
        try {
            return inspection.judge(start);
        } catch (PluginRefusedException unknown) {
            throw refused(folder.toString(), unknown);
        }
    }

    /** A jar that is already in the folder keeps its name. */
    private String nameFor(Path file, PluginJar jar) {
        String name = file.getFileName().toString();
        boolean here = folder.toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize().getParent());
        Descriptor descriptor = jar.descriptor();
        return here && PluginLock.isJar(name) ? name : descriptor.id() + "-" + descriptor.version() + ".jar";
    }

    @FunctionalInterface
    private interface Change {
        PluginLock of(PluginLock before) throws PluginRefusedException, IOException;
    }

    /** Concurrent changes wait for the lock, and each one starts from the current pins. */
    private void change(Change change) throws PluginRefusedException, IOException {
        FolderOwner.require(folder);
        try (FileMutex _ = FileMutex.acquire(folder.resolve(".lock"))) {
            PluginLock before = PluginLock.read(folder);
            PluginLock after = change.of(before);
            after.write(folder);
            deleteAllBut(after, before);
        }
    }

    /** Deletes jars last, so that a crash leaves a spare jar rather than a missing one. */
    private void deleteAllBut(PluginLock after, PluginLock before) throws IOException {
        for (TrustedPlugin pin : before.pins()) {
            if (!after.hasJar(pin.file())) {
                Files.deleteIfExists(folder.resolve(pin.file()));
            }
        }
    }

    private DropIns dropIns() {
        return new DropIns(folder, gate, guard);
    }

    private static PluginException refused(String name, PluginRefusedException refusal) {
        return new PluginException(name + " is refused: " + refusal.getMessage(), LIST, refusal);
    }

    private StorageException unwritable(IOException cause) {
        return new StorageException(
                IoReason.explain("cannot change the plugins in " + folder, cause),
                "check the free space and the permissions there",
                cause);
    }
}
