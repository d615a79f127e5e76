package cco.core.trust;

/**
 * Trust in the connection alone: whoever serves the manifest decides what is installed. It withstands damaged
 * downloads, a manifest of another app, one that is older than what was seen, and one that has expired; it does not
 * withstand a hacked host. So it has to be chosen by name.
 */
public record Sha256Mode() implements ManifestMode {

    @Override
    public String id() {
        return "sha256";
    }
}
