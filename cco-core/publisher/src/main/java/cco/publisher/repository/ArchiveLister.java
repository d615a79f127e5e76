package cco.publisher.repository;

import cco.core.error.CcoException;
import cco.core.model.FileEntry;
import java.nio.file.Path;
import java.util.List;

/** Looks into an archive; refuses what a client would refuse to unpack. */
@FunctionalInterface
public interface ArchiveLister {

    /**
     * The regular files of an archive.
     *
     * @param name the archive's file name, which tells its format
     * @return in the order of their paths, which begin below the archive's top-level folder
     * @throws CcoException if the archive is damaged or not safe to unpack
     */
    List<FileEntry> list(Path archive, String name) throws CcoException;
}
