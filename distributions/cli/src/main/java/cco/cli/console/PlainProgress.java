package cco.cli.console;

import cco.core.model.ProgressListener;

/** Progress in a log: a line for each phase, and one for every tenth of a download. */
final class PlainProgress implements ProgressListener {

    private static final int STEP = 10;

    private final Console console;
    private long total;
    private long shown;

    PlainProgress(Console console) {
        this.console = console;
    }

    @Override
    public void began(Phase phase, long bytes) {
        total = bytes;
        shown = 0;
        console.status(ProgressLine.name(phase) + (bytes > 0 ? " " + Units.bytes(bytes) : ""));
    }

    @Override
    public void advanced(Phase phase, long done) {
        long percent = phase == Phase.DOWNLOAD && total > 0 ? (long) (100.0 * done / total) / STEP * STEP : 0;
        if (percent > shown) {
            shown = percent;
            console.status(ProgressLine.name(phase) + " " + percent + " %");
        }
    }

    @Override
    public void notice(String message) {
        console.note(message);
    }
}
