package cco.core.archive;

import cco.core.model.FileEntry;
import cco.core.model.ProgressListener;
import cco.core.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One pass through an archive. Every entry is checked before it reaches the target. */
final class Unpacking {

    private static final int BUFFER = 1 << 16;

    /** More than the longest checksum file of an archive within the limits. */
    private static final int MAX_CHECKSUMS = 1 << 24;

    private static final int OWNER_EXECUTE = 0100;

    private final ArchiveReader reader;
    private final EntryTree tree;
    private final UnpackTarget target;
    private final ProgressListener progress;
    private final byte[] buffer = new byte[BUFFER];
    private final MessageDigest digest = Sha256.newDigest();
    private final SortedMap<String, FileEntry> files = new TreeMap<>();
    private final Map<EntryPath, String> links = new LinkedHashMap<>();
    private final ByteArrayOutputStream checksums = new ByteArrayOutputStream();

    Unpacking(ArchiveReader reader, EntryTree tree, UnpackTarget target, ProgressListener progress) {
        this.reader = reader;
        this.tree = tree;
        this.target = target;
        this.progress = progress;
    }

    /** Reads to the end and returns the regular files, sorted by path. */
    List<FileEntry> run() throws IOException {
        for (Optional<ArchiveEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
            EntryPath path = tree.add(next.get());
            switch (next.get()) {
                case ArchiveEntry.RegularFile file -> write(path, (file.mode() & OWNER_EXECUTE) != 0);
                case ArchiveEntry.Folder _ -> target.folder(path);
                case ArchiveEntry.Link link -> links.put(path, link.target());
            }
        }
        if (files.isEmpty()) {
            throw new UnsafeArchiveException(ArchiveRule.EMPTY_ARCHIVE);
        }
        Collection<FileEntry> all = files.values();
        if (files.containsKey(Checksums.NAME)) {
            Checksums.check(checksums.toByteArray(), all);
        }
        new LinkTargets(tree, links).check();
        for (Map.Entry<EntryPath, String> link : links.entrySet()) {
            target.link(link.getKey(), link.getValue());
        }
        return List.copyOf(all);
    }

    private void write(EntryPath path, boolean executable) throws IOException {
        String name = path.toString();
        boolean isChecksums = name.equals(Checksums.NAME);
        long size = 0;
        try (OutputStream out = target.file(path, executable)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                out.write(buffer, 0, count);
                digest.update(buffer, 0, count);
                size += count;
                progress.advanced(ProgressListener.Phase.UNPACK, reader.position());
                if (isChecksums) {
                    keep(count);
                }
            }
        }
        files.put(name, new FileEntry(name, size, executable, Sha256.from(digest.digest())));
    }

    private void keep(int count) throws UnsafeArchiveException {
        if (checksums.size() + count > MAX_CHECKSUMS) {
            throw new UnsafeArchiveException(ArchiveRule.TOO_LARGE, Checksums.NAME);
        }
        checksums.write(buffer, 0, count);
    }
}
