package cco.core.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The next steps of a target, with the content that they write. It is filled, run, emptied, and filled again. */
final class WriteBatch {

    private static final int MAX_BYTES = 1 << 18;

    private static final int MAX_STEPS = 1 << 10;

    private final byte[] content = new byte[MAX_BYTES];
    private final List<Step> steps = new ArrayList<>();
    private int used;

    /** One call of a target. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /** Where content goes when the step is run. */
    @FunctionalInterface
    interface Sink {
        OutputStream stream();
    }

    void add(Step step) {
        steps.add(step);
    }

    /** Adds the start of this content, as much as there is space for, and returns its length. */
    int addContent(byte[] bytes, int offset, int length, Sink sink) {
        int from = used;
        int count = Math.min(length, MAX_BYTES - used);
        System.arraycopy(bytes, offset, content, from, count);
        used += count;
        steps.add(() -> sink.stream().write(content, from, count));
        return count;
    }

    boolean isFull() {
        return used == MAX_BYTES || steps.size() >= MAX_STEPS;
    }

    /** Runs the steps. After that the batch is empty. */
    void run() throws IOException {
        for (Step step : steps) {
            step.run();
        }
        steps.clear();
        used = 0;
    }
}
