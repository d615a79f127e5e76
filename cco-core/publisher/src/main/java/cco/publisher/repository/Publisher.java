package cco.publisher.repository;

import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.error.CcoException;
import cco.core.model.FileEntry;
import cco.publisher.pack.PackRequest;
import cco.publisher.pack.Packer;
import java.nio.file.Path;
import java.util.List;

/**
 * The publisher's side: packs builds and publishes archives. What it publishes was read by the very code that will
 * unpack it on the users' machines.
 */
public final class Publisher {

    private final Packer packer;
    private final Unpacker unpacker;

    /** A publisher within the limits that every updater has. */
    public Publisher() {
        this.packer = new Packer();
        this.unpacker = new Unpacker(UnpackLimits.DEFAULT);
    }

    /**
     * Packs a build into an archive, replacing one of that name.
     *
     * @return the archive
     * @throws cco.core.error.UsageException if the build lacks its program, or holds what an update would refuse
     */
    public Path pack(PackRequest request, Path outputDirectory) throws CcoException {
        return packer.pack(request, outputDirectory);
    }

    /**
     * Publishes an archive in a repository; the same again changes nothing.
     *
     * @throws CcoException as {@link ReleaseRepository#add} says
     */
    public AddResult add(Path repository, AddRequest request) throws CcoException {
        return new ReleaseRepository(repository, this::list).add(request);
    }

    private List<FileEntry> list(Path archive, String name) throws CcoException {
        return unpacker.inspect(archive, name);
    }
}
