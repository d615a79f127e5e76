package cco.publisher.delta;

import cco.core.delta.Alignment;
import cco.core.delta.DeltaFormat;
import cco.core.delta.Form;
import cco.core.delta.LayoutNumbers;
import cco.core.delta.PredictedBase;
import cco.core.machinecode.CodeLayout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares two versions of a program, whose references the client predicts. */
final class CodeDiff {

    private static final int BLOCK = 1 << 16;

    private final FileChannel oldFile;
    private final FileChannel newFile;
    private final ProgramLayout layout;
    private final CodeLayout codeLayout;
    private final int window;

    CodeDiff(FileChannel oldFile, FileChannel newFile, ProgramLayout layout, int window) {
        this.oldFile = oldFile;
        this.newFile = newFile;
        this.layout = layout;
        this.codeLayout = layout.toCodeLayout();
        this.window = window;
    }

    /** Returns the smaller one of two patches, with and without predictions; it starts with its form. */
    PatchWriter patch() throws IOException {
        Aligner aligner = new Aligner(0);
        ContentSlice old = new ContentSlice(oldFile, 0, oldFile.size());
        new WindowedDiff(old, 0, window).write(new ContentSlice(newFile, 0, newFile.size()), aligner);
        PatchWriter predicted = predicted(aligned(aligner.alignment()));
        // Each operation has at least one byte.
        boolean allowed = predicted.control().size() <= DeltaFormat.MAX_OPERATIONS;
        try {
            PatchWriter raw = raw(aligner.alignment());
            return allowed && StreamPacking.size(predicted) < StreamPacking.size(raw) ? predicted : raw;
        } catch (OversizedDeltaException e) {
            if (allowed) {
                return predicted;
            }
            throw e;
        }
    }

    private PatchWriter raw(Alignment alignment) throws IOException {
        PatchWriter patch = new PatchWriter();
        patch.number(Form.RAW.code());
        patch.begin();
        write(alignment, new CodeLayout(List.of(), List.of()), patch);
        return patch;
    }

    private PatchWriter predicted(Alignment alignment) throws IOException {
        PatchWriter patch = new PatchWriter();
        patch.number(Form.CODE.code());
        LayoutNumbers.encode(codeLayout).forEach(patch::number);
        patch.begin();
        write(alignment, codeLayout, patch);
        return patch;
    }

    /** Aligns sections of addresses by what their addresses will be. */
    private Alignment aligned(Alignment plain) throws IOException {
        List<Alignment.Part> parts = new ArrayList<>(plain.parts());
        for (ProgramLayout.Pair pair : layout.movable(window)) {
            long start = pair.next().offset();
            parts = without(parts, start, start + pair.next().size());
            parts.addAll(aligned(pair, plain).parts());
        }
        parts.sort(Comparator.comparingLong(Alignment.Part::newStart));
        Alignment alignment = new Alignment();
        parts.forEach(part -> alignment.add(part.oldStart(), part.newStart(), part.length()));
        return alignment;
    }

    private Alignment aligned(ProgramLayout.Pair pair, Alignment plain) throws IOException {
        Alignment moved = new Alignment();
        moved.add(pair.old().offset(), pair.next().offset(), pair.old().size());
        PredictedBase base = new PredictedBase(oldFile, codeLayout, moved, plain.moves());
        byte[] predicted = new byte[(int) pair.old().size()];
        base.read(pair.old().offset(), pair.next().offset(), predicted, predicted.length);
        Aligner aligner = new Aligner(pair.next().offset());
        new ByteDiff(predicted, pair.old().offset())
                .write(bytes(pair.next().offset(), (int) pair.next().size()), aligner);
        return aligner.alignment();
    }

    /** Cuts a range of the new file out of an alignment. */
    private static List<Alignment.Part> without(List<Alignment.Part> parts, long start, long end) {
        List<Alignment.Part> rest = new ArrayList<>();
        for (Alignment.Part part : parts) {
            long before = Math.min(part.length(), start - part.newStart());
            long after = Math.min(part.length(), part.newStart() + part.length() - end);
            if (before > 0) {
                rest.add(new Alignment.Part(part.oldStart(), part.newStart(), before));
            }
            if (after > 0) {
                long skipped = part.length() - after;
                rest.add(new Alignment.Part(part.oldStart() + skipped, part.newStart() + skipped, after));
            }
        }
        return rest;
    }

    private void write(Alignment alignment, CodeLayout known, PatchWriter patch) throws IOException {
        PredictedBase base = new PredictedBase(oldFile, known, alignment, alignment.moves());
        long made = 0;
        for (Alignment.Part part : alignment.parts()) {
            insert(made, part.newStart(), patch);
            write(part, base, patch);
            made = part.newStart() + part.length();
        }
        insert(made, newFile.size(), patch);
    }

    private void write(Alignment.Part part, PredictedBase base, PatchWriter patch) throws IOException {
        byte[] predicted = new byte[BLOCK];
        for (long done = 0; done < part.length(); ) {
            int count = (int) Math.min(BLOCK, part.length() - done);
            patch.reserve(count);
            base.read(part.oldStart() + done, part.newStart() + done, predicted, count);
            patch.change(bytes(part.newStart() + done, count), 0, count, predicted, 0, part.oldStart() + done);
            done += count;
        }
    }

    private void insert(long from, long to, PatchWriter patch) throws IOException {
        for (long at = from; at < to; at += BLOCK) {
            int count = (int) Math.min(BLOCK, to - at);
            patch.reserve(count);
            patch.insert(bytes(at, count), 0, count);
        }
    }

    private byte[] bytes(long start, int length) throws IOException {
        return new ContentSlice(newFile, start, length).read(0, length);
    }
}
