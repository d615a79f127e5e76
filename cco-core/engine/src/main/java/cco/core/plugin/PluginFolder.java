package cco.core.plugin;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileMutex;
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
 * The folder of drop-ins, for the user to change: a jar is looked at, then trusted, which copies it here and pins what
 * it is and what it provides in {@code plugins.lock}; later it is judged, or removed.
 */
public final class PluginFolder {

    /** More than a provider needs that opens and reads nothing yet. */
    static final Duration START_LIMIT = Duration.ofSeconds(10);

    private static final String LIST = "`cco plugin list` shows the plugins";

    private final Path folder;
    private final PluginPolicy gate;
    private final TimeLimitedCall guard;

    /** A folder, which need not exist yet. */
    public PluginFolder(Path folder) {
        this(folder, PluginPolicy.standard(), new TimeLimitedCall(START_LIMIT));
    }

    PluginFolder(Path folder, PluginPolicy gate, TimeLimitedCall guard) {
        this.folder = folder;
        this.gate = gate;
        this.guard = guard;
    }

    /**
     * Looks at a jar; nothing of it is run.
     *
     * @throws PluginException if it could not be trusted
     * @throws UsageException if there is no such file, or it cannot be read
     */
    public PluginCandidate inspect(Path file) throws PluginException, UsageException {
        byte[] bytes;
        try {
            bytes = OwnFile.readNamed(file, PluginJar.MAX_BYTES);
        } catch (IOException unreadable) {
            String reason = "cannot read the plugin " + file + ": " + IoReason.of(unreadable);
            throw new UsageException(reason, "name a plugin's jar", unreadable);
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
     * Starts a jar once to learn what it provides, copies it into the folder and pins it, in the place of another
     * version of the same plugin.
     *
     * @throws PluginException if it cannot be started, or provides what another plugin does; nothing has changed
     * @throws StorageException if the folder cannot be written
     */
    public PluginStatus trust(PluginCandidate candidate) throws PluginException, StorageException {
        try {
            TrustedPlugin pin = candidate.pin(dropIns().load(candidate.jar()).abilities());
            PluginPolicy.requireFree(pin.provides());
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
     * Trusts a plugin no more, and deletes its jar.
     *
     * @throws UsageException if no such plugin is trusted
     * @throws PluginException if it is unknown which ones are
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
     * The drop-ins and what is against them, and the other jars that are there. The jars are hashed and looked at; none
     * is started.
     *
     * @throws PluginException if it is unknown which ones are trusted
     */
    public List<PluginStatus> list() throws PluginException {
        return judge(new PluginAudit(folder, dropIns()), false);
    }

    /**
     * The same, after each trusted one was started too.
     *
     * @throws PluginException if it is unknown which ones are trusted
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

    /** A jar that was dropped in keeps its name; one that is copied gets one of its own. */
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

    /** Whoever else changes the folder at this time waits, and what they have pinned since it was looked at stays. */
    private void change(Change change) throws PluginRefusedException, IOException {
        try (FileMutex _ = FileMutex.acquire(folder.resolve(".lock"))) {
            PluginLock before = PluginLock.read(folder);
            PluginLock after = change.of(before);
            after.write(folder);
            deleteAllBut(after, before);
        }
    }

    /** Last of all, so that a crash leaves a jar too many rather than one too few. */
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
                "cannot change the plugins in " + folder + ": " + IoReason.of(cause),
                "check the free space and the permissions there",
                cause);
    }
}
