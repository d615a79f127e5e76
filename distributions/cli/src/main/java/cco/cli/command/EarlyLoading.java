package cco.cli.command;

import cco.core.model.Sha256;
import java.util.concurrent.FutureTask;

/** Loads classes in the background that a command will need later, which it would otherwise wait for. */
final class EarlyLoading {

    private EarlyLoading() {}

    /**
     * Starts to load what digests need: a tenth of a check for updates, ready when the command has read its settings. A
     * failure is left to the first use, which explains it.
     */
    static void ofDigests() {
        Thread.ofPlatform().daemon().name("cco-digest").start(new FutureTask<>(Sha256::newDigest));
    }
}
