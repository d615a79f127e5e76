package cco.core.model;

import java.util.Locale;

/** The trust modes by name, chosen when a source is added. */
public enum TrustModeName {
    /** Signed metadata of The Update Framework. */
    TUF,
    /** A manifest with an OpenPGP signature. */
    GPG,
    /** Digests without a signature. */
    SHA256;

    /** The name in the configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
