package cco.cli.console;

import cco.core.model.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Progress and notices that are kept until they may be shown. */
public final class RecordedProgress implements ProgressListener {

    private final List<Consumer<ProgressListener>> said = new ArrayList<>();

    /** An empty record. */
    public RecordedProgress() {}

    /** Passes everything on, in its order. */
    public synchronized void replay(ProgressListener listener) {
        said.forEach(line -> line.accept(listener));
    }

    @Override
    public synchronized void began(Phase phase, long total) {
        said.add(listener -> listener.began(phase, total));
    }

    @Override
    public synchronized void advanced(Phase phase, long done) {
        said.add(listener -> listener.advanced(phase, done));
    }

    @Override
    public synchronized void warning(Warning warning, String message) {
        said.add(listener -> listener.warning(warning, message));
    }

    @Override
    public synchronized void notice(String message) {
        said.add(listener -> listener.notice(message));
    }
}
