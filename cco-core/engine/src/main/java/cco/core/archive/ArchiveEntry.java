package cco.core.archive;

/** An unchecked entry of an archive. */
sealed interface ArchiveEntry {

    /** The full name, with slashes but without the final slash of a folder. */
    String name();

    /** The permission bits, with setuid, setgid and sticky. */
    int mode();

    /** A regular file. Its content can be read until the next entry is requested. */
    record RegularFile(String name, int mode) implements ArchiveEntry {}

    /** A folder. */
    record Folder(String name, int mode) implements ArchiveEntry {}

    /** A symbolic link. */
    record Link(String name, int mode, String target) implements ArchiveEntry {}
}
