package cco.core.trust;

/**
 * Trust in the connection alone: the host decides what is installed. Protects against damaged downloads, a manifest of
 * another app, one older than the last accepted one and an expired one, but not against a compromised host. Therefore
 * the user has to choose it by name.
 */
public record Sha256Mode() implements ManifestMode {

    @Override
    public String id() {
        return "sha256";
    }
}
