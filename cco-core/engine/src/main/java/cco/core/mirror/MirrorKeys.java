package cco.core.mirror;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.metadata.TrustAnchors;
import cco.core.model.AppName;
import cco.core.model.UntrustedBytes;
import cco.core.trust.GpgMode;
import cco.core.trust.TrustMode;
import cco.core.trust.TufMode;
import java.nio.file.Files;

/** The publisher's keys that a mirror keeps after its first copy. */
record MirrorKeys(AppName app, TrustAnchors anchors) {

    /** The trust mode of the keys. */
    TrustMode pinned() throws UsageException {
        if (Files.exists(anchors.file(TufMode.ROOT))) {
            return new TufMode(read(TufMode.ROOT));
        }
        if (Files.exists(anchors.file(GpgMode.KEYRING))) {
            return new GpgMode(read(GpgMode.KEYRING));
        }
        throw new UsageException(
                "cannot verify releases of " + app + " without the publisher's keys",
                "pass them with --root FILE or --gpg-key FILE; later copies into the same folder need no option");
    }

    void pin(TrustMode trust) throws CcoException {
        switch (trust) {
            case TufMode(UntrustedBytes root) -> anchors.pin(TufMode.ROOT, root.bytes());
            case GpgMode(UntrustedBytes keyring) -> anchors.pin(GpgMode.KEYRING, keyring.bytes());
            default -> {}
        }
    }

    private UntrustedBytes read(String name) throws UsageException {
        return new UntrustedBytes(anchors.file(name).toString(), anchors.pinned(name));
    }
}
