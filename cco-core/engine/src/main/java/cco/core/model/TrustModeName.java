package cco.core.model;

import java.util.Locale;

/** The trust modes by name, chosen when a source is added. */
public enum TrustModeName {
    TUF,
    GPG,
    SHA256;

    /** The name in the configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
