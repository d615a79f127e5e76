package cco.core.archive;

/** One entry as an archive has it: nothing about its name or its mode has been checked yet. */
sealed interface ArchiveEntry {

    /** The name in full, with slashes, without the slash that ends a folder's. */
    String name();

    /** The permission bits, with setuid, setgid and sticky. */
    int mode();

    /** A regular file; the reader yields its content until the next entry is asked for. */
    record RegularFile(String name, int mode) implements ArchiveEntry {}

    /** A folder. */
    record Folder(String name, int mode) implements ArchiveEntry {}

    /** A symbolic link. */
    record Link(String name, int mode, String target) implements ArchiveEntry {}
}
