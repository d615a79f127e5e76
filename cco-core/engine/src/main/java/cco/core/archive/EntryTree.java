package cco.core.archive;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names in an archive so far, below its one top-level folder.
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

    private final int maxEntries;
    private final boolean keepsTop;
    private final Map<String, Node> nodes = new HashMap<>();
    private String top;
    private int entries;

    EntryTree(int maxEntries) {
        this(maxEntries, false);
    }

    private EntryTree(int maxEntries, boolean keepsTop) {
        this.maxEntries = maxEntries;
        this.keepsTop = keepsTop;
    }

    /** A tree with any number of top-level files and folders, whose names may start with {@code ./}. */
    static EntryTree keepingTop(int maxEntries) {
        return new EntryTree(maxEntries, true);
    }

    /** Adds an entry and its parent folders, and returns its path below the top-level folder. */
    EntryPath add(ArchiveEntry entry) throws UnsafeArchiveException {
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
        EntryPath path = keepsTop ? whole(entry.name()) : belowTop(EntryPath.of(entry.name()), kind);
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

    private static EntryPath whole(String name) throws UnsafeArchiveException {
        String plain = name.startsWith("./") ? name.substring(2) : name;
        return plain.isEmpty() || plain.equals(".") ? EntryPath.ROOT : EntryPath.of(plain);
    }

    private EntryPath belowTop(EntryPath path, Kind kind) throws UnsafeArchiveException {
        if (top == null) {
            top = path.top();
        }
        EntryPath below = path.belowTop();
        if (!path.top().equals(top) || below.isRoot() && kind != Kind.FOLDER) {
            throw new UnsafeArchiveException(ArchiveRule.OUTSIDE_TOP, path.toString());
        }
        return below;
    }

    private void addFolders(EntryPath folder) throws UnsafeArchiveException {
        if (!folder.isRoot()) {
            addFolders(folder.parent());
        }
        put(new Node(folder, Kind.FOLDER, false));
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
     * than either alone, and may require normalising again.
     */
    private static String key(EntryPath path) {
        String decomposed = Normalizer.normalize(path.toString(), Normalizer.Form.NFKD);
        String folded = decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKD);
    }
}
