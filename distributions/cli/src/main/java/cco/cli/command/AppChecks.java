package cco.cli.command;

import cco.cli.console.RecordedProgress;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.model.AppName;
import cco.core.model.ProgressListener.Phase;
import cco.core.update.UpdateOutcome;
import cco.core.update.Updater;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Checks of several apps, a few at a time. What a check says waits until its outcome is asked for. */
final class AppChecks implements AutoCloseable {

    /** Most of a check is waiting for a server, but a large manifest takes a lot of memory. */
    private static final int THREADS = 4;

    private final CommandContext context;
    private final ExecutorService pool = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("cco-check-", 1).factory());
    private final Map<AppName, CompletableFuture<Check>> checks = new HashMap<>();

    AppChecks(CommandContext context) {
        this.context = context;
    }

    /** The check of one app. */
    @FunctionalInterface
    interface Work {
        UpdateOutcome with(Updater updater) throws CcoException;
    }

    /**
     * A check that has ended.
     *
     * @param outcome its outcome, or the exception that ended it
     */
    record Check(RecordedProgress said, CheckedSupplier<UpdateOutcome, CcoException> outcome) {

        /** Whether there is an update. */
        boolean isAvailable() {
            try {
                return outcome.get() instanceof UpdateOutcome.Available;
            } catch (CcoException e) {
                return false;
            }
        }
    }

    /** Works now, and returns the result or the exception each time it is asked. */
    static <T> CheckedSupplier<T, CcoException> once(CheckedSupplier<T, CcoException> work) {
        try {
            T result = work.get();
            return () -> result;
        } catch (CcoException e) {
            return () -> {
                throw e;
            };
        }
    }

    /** Starts the check of an app when a thread is free. */
    void start(AppName app, Work work) throws CcoException {
        RecordedProgress said = new RecordedProgress();
        Updater updater = context.updater(said);
        checks.put(app, CompletableFuture.supplyAsync(() -> new Check(said, once(() -> work.with(updater))), pool));
    }

    /** Waits for the check of an app. */
    Check await(AppName app) {
        if (context.console().mode().redraws()) {
            context.progress().began(Phase.CHECK, -1);
        }
        try {
            return checks.get(app).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case Throwable cause -> throw new AssertionError(cause);
            }
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
