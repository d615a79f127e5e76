package cco.core.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A new folder that is filled file by file, under the rules that hold for the entries of an archive: no path leads out
 * of it, no name is used twice, and links stay inside it.
 */
public final class CheckedFolder {

    private final TargetFolder target;
    private final EntryTree tree;
    private final Map<EntryPath, String> links = new LinkedHashMap<>();

    /**
     * Creates the folder.
     *
     * @param root must not exist; its parent must
     */
    public CheckedFolder(Path root, UnpackLimits limits) throws IOException {
        this.target = new TargetFolder(root);
        this.tree = new EntryTree(limits.entries(), EntryTree.Layout.FLAT);
    }

    /** Creates a folder in it. */
    public void folder(String path) throws IOException {
        target.folder(tree.add(new ArchiveEntry.Folder(path, 0)));
    }

    /** Creates a file. */
    public OutputStream file(String path, boolean executable) throws IOException {
        return target.file(tree.add(new ArchiveEntry.RegularFile(path, 0)), executable);
    }

    /** Makes an installed file also a file of this folder: a hard link, or a copy where links are not possible. */
    public void share(String path, Path existing, boolean executable) throws IOException {
        target.share(tree.add(new ArchiveEntry.RegularFile(path, 0)), existing, executable);
    }

    /** Adds a symbolic link, which {@link #finish} makes. */
    public void link(String path, String to) throws IOException {
        links.put(tree.add(new ArchiveEntry.Link(path, 0, to)), to);
    }

    /** Checks and makes the links. The folder is then complete, but not yet synced to disk. */
    public void finish() throws IOException {
        new LinkTargets(tree, links).check();
        for (Map.Entry<EntryPath, String> link : links.entrySet()) {
            target.link(link.getKey(), link.getValue());
        }
    }
}
