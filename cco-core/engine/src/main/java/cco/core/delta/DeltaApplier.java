package cco.core.delta;

import cco.core.archive.CheckedFolder;
import cco.core.archive.UnsafeArchiveException;
import cco.core.disk.FileDigest;
import cco.core.jimage.ImageFile;
import cco.core.jimage.ImageIndex;
import cco.core.jimage.ImageResource;
import cco.core.machinecode.CodeLayout;
import cco.core.model.FileEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies one delta: reads it once from start to end while the new version grows file by file. */
public final class DeltaApplier {

    /** A list of a million resources is smaller. */
    private static final int MAX_IMAGE_LIST = 64 << 20;

    private static final int BUFFER = 1 << 16;

    private final BaseVersion base;
    private final List<FileEntry> files;
    private final CheckedFolder target;

    /**
     * @param base the installed version
     * @param files every file of the new version, from its signed list
     * @param target the new version's folder
     */
    public DeltaApplier(BaseVersion base, List<FileEntry> files, CheckedFolder target) {
        this.base = base;
        this.files = BaseVersion.sorted(files);
        this.target = target;
    }

    /**
     * Makes the new version.
     *
     * @param path the delta, whose digest has been verified
     * @throws DeltaException if the delta or the installed version is damaged; the folder is then incomplete
     * @throws IOException if the folder cannot be written; it is incomplete then
     */
    public void apply(Path path) throws IOException, DeltaException {
        long size = files.stream().mapToLong(FileEntry::size).sum();
        try (DeltaContainer delta = DeltaContainer.open(path, size)) {
            Map<String, String> links = links(delta.control());
            for (int i = delta.control().count(MAX_IMAGE_LIST); i > 0; i--) {
                target.folder(delta.control().text());
            }
            files(delta);
            for (Map.Entry<String, String> link : links.entrySet()) {
                target.link(link.getKey(), link.getValue());
            }
            delta.requireEnd();
            target.finish();
        } catch (UnsafeArchiveException e) {
            throw new DeltaException("the delta breaks a rule: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> links(DeltaStream control) throws DeltaException {
        Map<String, String> links = new LinkedHashMap<>();
        for (int i = control.count(MAX_IMAGE_LIST); i > 0; i--) {
            links.put(control.text(), control.text());
        }
        return links;
    }

    /** A patch says how many files without one come before it. */
    private void files(DeltaContainer delta) throws IOException, DeltaException {
        int patches = delta.control().count(files.size());
        int next = 0;
        for (int i = 0; i < patches; i++) {
            int end = next + delta.control().count(files.size() - 1L - next);
            while (next < end) {
                shareOrAdd(files.get(next++), delta);
            }
            patch(files.get(next++), delta);
        }
        while (next < files.size()) {
            shareOrAdd(files.get(next++), delta);
        }
    }

    private void shareOrAdd(FileEntry file, DeltaContainer delta) throws IOException, DeltaException {
        FileEntry same = base.withDigest(file.sha256()).orElse(null);
        if (same != null) {
            requireIntact(same);
        }
        if (same == null) {
            write(file, out -> PatchRun.insert(delta.extra(), out, file.size(), new byte[BUFFER]));
        } else if (same.executable() == file.executable()) {
            target.share(file.path(), base.path(same), file.executable());
        } else {
            write(file, out -> copy(same, out));
        }
    }

    private void patch(FileEntry file, DeltaContainer delta) throws IOException, DeltaException {
        FileEntry old = base.files().get(delta.control().count(base.files().size() - 1L));
        Form form = Form.of(delta.control().number());
        try (FileChannel channel = open(old)) {
            write(file, out -> {
                switch (form) {
                    case RAW -> new PatchRun(delta, BaseBytes.of(channel, 0, channel.size()), out).write(file.size());
                    case IMAGE -> image(delta, channel, out);
                    case CODE -> code(delta, channel, out, file.size());
                }
            });
        }
    }

    private void copy(FileEntry file, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(base.path(file))) {
            in.transferTo(out);
        }
    }

    private FileChannel open(FileEntry file) throws DeltaException {
        try {
            return FileChannel.open(base.path(file));
        } catch (IOException e) {
            throw new DeltaException("cannot read " + file.path() + " of the installed version", e);
        }
    }

    private void requireIntact(FileEntry file) throws DeltaException {
        try {
            if (!FileDigest.of(base.path(file)).equals(file.sha256())) {
                throw new DeltaException(file.path() + " of the installed version has changed");
            }
        } catch (IOException e) {
            throw new DeltaException("cannot read " + file.path() + " of the installed version", e);
        }
    }

    private static void image(DeltaContainer delta, FileChannel channel, OutputStream out)
            throws IOException, DeltaException {
        ImageFile old = ImageFile.list(channel)
                .orElseThrow(() -> new DeltaException("the installed run-time image is not one that can be patched"));
        int listSize = delta.control().count(MAX_IMAGE_LIST);
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        new PatchRun(delta, BaseBytes.of(ImageList.encode(old.resources())), list).write(listSize);
        List<ImageResource> resources = ImageList.decode(list.toByteArray());
        ImageIndex index = ImageIndex.of(resources)
                .orElseThrow(() -> new DeltaException("the delta has a list of resources that no image can have"));
        out.write(index.head());
        long size = resources.stream().mapToLong(ImageResource::size).sum();
        new PatchRun(delta, BaseBytes.of(channel, old.contentStart(), old.contentSize()), out).write(size);
        out.write(index.tree());
    }

    private static void code(DeltaContainer delta, FileChannel channel, OutputStream out, long size)
            throws IOException, DeltaException {
        CodeLayout layout = LayoutNumbers.decode(delta.control());
        OperationList operations = OperationList.read(delta.control(), size);
        Alignment alignment = operations.alignment();
        BaseBytes base = new PredictedBase(channel, layout, alignment, alignment.moves());
        new PatchRun(delta, operations::next, base, out).write(size);
    }

    @FunctionalInterface
    private interface FileWriter {
        void writeTo(OutputStream out) throws IOException, DeltaException;
    }

    private void write(FileEntry file, FileWriter content) throws IOException, DeltaException {
        try (HashedOutput out = new HashedOutput(target.file(file.path(), file.executable()), file.size())) {
            content.writeTo(out);
            out.require(file);
        }
    }
}
