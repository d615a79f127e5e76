package cco.publisher.delta;

import cco.core.delta.BaseVersion;
import cco.core.delta.DeltaFormat;
import cco.core.delta.Form;
import cco.core.jimage.ImageFile;
import cco.core.model.FileEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the delta from one version to another. */
public final class DeltaMaker {

    private final VersionFolder from;
    private final VersionFolder to;
    private final int window;
    private final BaseVersion base;
    private final Map<String, Integer> basePaths = new HashMap<>();

    public DeltaMaker(VersionFolder from, VersionFolder to) {
        this(from, to, WindowedDiff.WINDOW);
    }

    /** A maker that compares files in windows of this size. */
    DeltaMaker(VersionFolder from, VersionFolder to, int window) {
        this.from = from;
        this.to = to;
        this.window = window;
        this.base = new BaseVersion(from.root(), from.files());
        for (int i = 0; i < base.files().size(); i++) {
            basePaths.put(base.files().get(i).path(), i);
        }
    }

    /**
     * Returns the container.
     *
     * @throws OversizedDeltaException if it would be too large
     * @throws IOException if a file cannot be read
     */
    public byte[] make() throws IOException {
        PatchWriter writer = new PatchWriter();
        writer.number(to.links().size());
        to.links().forEach((path, target) -> {
            writer.text(path);
            writer.text(target);
        });
        writer.number(to.emptyFolders().size());
        to.emptyFolders().forEach(writer::text);
        files(writer);
        return container(writer);
    }

    private void files(PatchWriter writer) throws IOException {
        List<FileEntry> files = BaseVersion.sorted(to.files());
        List<Integer> patched = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            if (counterpart(files.get(i)).isPresent()) {
                patched.add(i);
            }
        }
        writer.number(patched.size());
        int next = 0;
        for (int index : patched) {
            writer.number(index - next);
            while (next < index) {
                add(files.get(next++), writer);
            }
            patch(files.get(next++), writer);
        }
        while (next < files.size()) {
            add(files.get(next++), writer);
        }
    }

    /** Returns the old file that a changed file is made from. */
    private Optional<Integer> counterpart(FileEntry file) {
        if (base.withDigest(file.sha256()).isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(basePaths.get(file.path()))
                .filter(index -> base.files().get(index).size() > 0);
    }

    private void add(FileEntry file, PatchWriter writer) throws IOException {
        if (base.withDigest(file.sha256()).isEmpty()) {
            writer.reserve(file.size());
            writer.extra().writeBytes(Files.readAllBytes(to.root().resolve(file.path())));
        }
    }

    private void patch(FileEntry file, PatchWriter writer) throws IOException {
        int index = counterpart(file).orElseThrow();
        writer.number(index);
        try (FileChannel oldFile = FileChannel.open(
                        from.root().resolve(base.files().get(index).path()));
                FileChannel newFile = FileChannel.open(to.root().resolve(file.path()))) {
            Optional<ImageFile> oldImage = ImageFile.list(oldFile);
            Optional<ImageFile> newImage = oldImage.isPresent() ? ImageFile.read(newFile) : Optional.empty();
            if (newImage.isPresent()) {
                writer.number(Form.IMAGE.code());
                new ImageDiff(oldFile, oldImage.get(), newFile, newImage.get()).write(writer);
                return;
            }
            Optional<ProgramLayout> layout = ProgramLayout.read(oldFile, newFile);
            if (layout.isPresent()) {
                writer.append(new CodeDiff(oldFile, newFile, layout.get(), window).patch());
                return;
            }
            writer.number(Form.RAW.code());
            writer.begin();
            new WindowedDiff(new ContentSlice(oldFile, 0, oldFile.size()), 0, window)
                    .write(new ContentSlice(newFile, 0, newFile.size()), writer);
        }
    }

    private static byte[] container(PatchWriter writer) throws IOException {
        byte[] control = StreamPacking.pack(writer.control());
        byte[] difference = StreamPacking.pack(writer.difference());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(DeltaFormat.magic());
        PatchWriter.write(out, writer.control().size());
        PatchWriter.write(out, writer.difference().size());
        PatchWriter.write(out, writer.extra().size());
        PatchWriter.write(out, control.length);
        PatchWriter.write(out, difference.length);
        out.writeBytes(control);
        out.writeBytes(difference);
        out.writeBytes(StreamPacking.pack(writer.extra()));
        return out.toByteArray();
    }
}
