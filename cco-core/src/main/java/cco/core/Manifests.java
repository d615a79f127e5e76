package cco.core;

import cco.core.error.CcoException;
import cco.core.fetch.Fetcher;
import cco.core.install.AppLock;
import cco.core.install.Memory;
import cco.core.model.AppName;
import cco.core.model.ProgressListener;
import cco.core.model.ProgressListener.Phase;
import cco.core.trust.Remembered;
import cco.core.trust.TrustedManifest;
import java.time.InstantSource;
import java.util.Optional;

/** From a supply to a manifest that its trust mode admits, and the memory of it. */
final class Manifests {

    static final String PATH = "version-manifest.json";

    /** A thousand releases on five platforms with deltas stay below this. */
    private static final long MAX_BYTES = 16 << 20;

    private final Fetcher fetcher;
    private final InstantSource clock;
    private final ProgressListener listener;

    Manifests(Fetcher fetcher, InstantSource clock, ProgressListener listener) {
        this.fetcher = fetcher;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * The first manifest that is admitted; from now on none that is older will be.
     *
     * @param anew whether what was seen before came from another source, and says nothing of this one
     */
    TrustedManifest current(AppLock lock, Supply supply, boolean anew) throws CcoException {
        Memory memory = new Memory(lock);
        Optional<Memory.Accepted> before = anew ? Optional.empty() : memory.read();
        TrustedManifest manifest = admit(supply, lock.home().app(), before);
        Memory.Accepted after =
                new Memory.Accepted(manifest.memory().serial(), manifest.memory().acceptedAt());
        if (!before.equals(Optional.of(after))) {
            memory.remember(after);
        }
        return manifest;
    }

    private TrustedManifest admit(Supply supply, AppName app, Optional<Memory.Accepted> before) throws CcoException {
        Remembered remembered = before.map(accepted -> new Remembered(accepted.serial(), accepted.acceptedAt()))
                .orElse(Remembered.NOTHING);
        listener.began(Phase.CHECK, -1);
        return fetcher.document(
                supply.origins(),
                PATH,
                MAX_BYTES,
                bytes -> supply.trust().admit(bytes, app, remembered, clock.instant()));
    }
}
