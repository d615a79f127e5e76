package cco.core.archive;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names in an archive so far.
 *
 * <p>It refuses a second entry of a name, also in another case or Unicode form, and entries inside a file or link.
 */
final class EntryTree {

    /** The kinds of entries. */
    enum Kind {
        FILE,
        FOLDER,
        LINK
    }

    /** A used name. A folder may have an entry of its own or only content. */
    record Node(EntryPath path, Kind kind, boolean hasEntry) {}

    /** Whether the entries lie in one top-level folder, which is left out, or directly in the archive. */
    enum Layout {
        NESTED,
        FLAT
    }

    private final int maxEntries;
    private final Layout layout;
    private final Map<String, Node> nodes = new HashMap<>();
    private EntryPath lastFolder = EntryPath.ROOT;
    private String top;
    private int entries;

    EntryTree(int maxEntries, Layout layout) {
        this.maxEntries = maxEntries;
        this.layout = layout;
        nodes.put(key(EntryPath.ROOT), new Node(EntryPath.ROOT, Kind.FOLDER, false));
    }

    /** Adds an entry and its parent folders, and returns its path below the top-level folder. */
    EntryPath add(ArchiveEntry entry) throws UnsafeArchiveException, FlatArchiveException {
        if (++entries > maxEntries) {
            throw new UnsafeArchiveException(ArchiveRule.TOO_MANY_ENTRIES);
        }
        if ((entry.mode() & 07000) != 0) {
            throw new UnsafeArchiveException(ArchiveRule.SPECIAL_MODE, entry.name());
        }
        Kind kind =
                switch (entry) {
                    case ArchiveEntry.RegularFile _ -> Kind.FILE;
                    case ArchiveEntry.Folder _ -> Kind.FOLDER;
                    case ArchiveEntry.Link _ -> Kind.LINK;
                };
        EntryPath path = belowTop(path(entry.name(), kind), kind);
        if (!path.isRoot()) {
            addFolders(path.parent());
        }
        put(new Node(path, kind, true));
        return path;
    }

    /** Finds the node at exactly this path. */
    Optional<Node> find(EntryPath path) {
        return Optional.ofNullable(nodes.get(key(path)))
                .filter(node -> node.path().equals(path));
    }

    /** Flat archives often come from {@code tar -C folder .}, which puts "./" before each name. */
    private static EntryPath path(String name, Kind kind) throws UnsafeArchiveException {
        if (name.equals(".") && kind == Kind.FOLDER) {
            return EntryPath.ROOT;
        }
        return EntryPath.of(name.startsWith("./") ? name.substring(2) : name);
    }

    private EntryPath belowTop(EntryPath path, Kind kind) throws FlatArchiveException {
        if (layout == Layout.FLAT) {
            return path;
        }
        if (path.isRoot()) {
            throw new FlatArchiveException();
        }
        if (top == null) {
            top = path.top();
        }
        EntryPath below = path.belowTop();
        if (!path.top().equals(top) || below.isRoot() && kind != Kind.FOLDER) {
            throw new FlatArchiveException();
        }
        return below;
    }

    /** Most entries lie in the folder of the one before. */
    private void addFolders(EntryPath folder) throws UnsafeArchiveException {
        if (folder.equals(lastFolder)) {
            return;
        }
        if (!folder.isRoot()) {
            addFolders(folder.parent());
            put(new Node(folder, Kind.FOLDER, false));
        }
        lastFolder = folder;
    }

    private void put(Node node) throws UnsafeArchiveException {
        Node before = nodes.putIfAbsent(key(node.path()), node);
        if (before == null) {
            return;
        }
        if (!before.path().equals(node.path())) {
            throw new UnsafeArchiveException(ArchiveRule.COLLISION, node.path().toString());
        }
        if (before.hasEntry() && node.hasEntry()) {
            throw new UnsafeArchiveException(ArchiveRule.DUPLICATE, node.path().toString());
        }
        if (before.kind() != node.kind()) {
            boolean link = before.kind() == Kind.LINK || node.kind() == Kind.LINK;
            throw new UnsafeArchiveException(
                    link ? ArchiveRule.BEHIND_LINK : ArchiveRule.FILE_AS_FOLDER,
                    node.path().toString());
        }
        if (node.hasEntry()) {
            nodes.put(key(node.path()), node);
        }
    }

    /**
     * Returns one key for all spellings that some file system treats as one name. Upper and then lower case folds more
     * than either alone, and may require normalizing again.
     */
    private static String key(EntryPath path) {
        String name = path.toString();
        if (Utf8.isAscii(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        String folded = decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKD);
    }
}
