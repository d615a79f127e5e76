package cco.core.plugin;

import cco.core.disk.IoReason;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks every plugin and every other jar in a folder. */
record PluginAudit(Path folder, DropIns dropIns) {

    /**
     * Checks each of them separately.
     *
     * @param start whether to start the trusted plugins; other jars are never started
     * @throws PluginRefusedException if the lock is damaged
     */
    List<PluginStatus> judge(boolean start) throws PluginRefusedException {
        List<PluginStatus> statuses = new ArrayList<>();
        for (TrustedPlugin pin : dropIns.lock().pins()) {
            statuses.add(judge(pin, start));
        }
        for (Path file : jars()) {
            if (!dropIns.lock().hasJar(file.getFileName().toString())) {
                statuses.add(PluginStatus.refused(file, objection(file)));
            }
        }
        return statuses;
    }

    private PluginStatus judge(TrustedPlugin pin, boolean start) {
        try {
            if (start) {
                dropIns.load(pin);
            } else if (!dropIns.isLoaded(pin)) {
                dropIns.admit(dropIns.admit(pin));
            }
            return PluginStatus.trusted(folder, pin);
        } catch (PluginRefusedException refusal) {
            return PluginStatus.refused(folder, pin, refusal);
        }
    }

    /** Returns why an untrusted jar is refused. */
    private String objection(Path file) {
        try {
            PluginJar jar = PluginJar.of(OwnFile.read(file, PluginJar.MAX_BYTES));
            String id = jar.descriptor().id();
            Optional<TrustedPlugin> same = dropIns.lock().plugin(id);
            if (same.isPresent()) {
                return "it is another jar of the plugin " + id + ", which is trusted as "
                        + same.get().file();
            }
            dropIns.admit(jar);
            return "it is not trusted";
        } catch (PluginRefusedException refusal) {
            return refusal.getMessage();
        } catch (IOException unreadable) {
            return IoReason.of(unreadable);
        }
    }

    private List<Path> jars() throws PluginRefusedException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            List<Path> jars = new ArrayList<>();
            for (Path file : files) {
                if (file.toString().endsWith(".jar")) {
                    jars.add(file);
                }
            }
            jars.sort(null);
            return jars;
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw new PluginRefusedException("it cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
