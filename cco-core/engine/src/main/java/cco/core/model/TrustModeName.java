package cco.core.model;

import java.util.Locale;

/** The trust mode that was chosen when a source was added; what each withstands is described with the modes. */
public enum TrustModeName {
    TUF,
    GPG,
    SHA256;

    /** As the configuration writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
