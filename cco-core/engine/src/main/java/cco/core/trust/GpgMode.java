package cco.core.trust;

import cco.core.model.UntrustedBytes;

/**
 * Trust in OpenPGP keys that the user pinned: one of them must have signed the manifest and every archive. Protects
 * against a compromised host and a manifest older than the last accepted one, and against an expired manifest if the
 * publisher sets an expiry date.
 *
 * @param keyring the pinned public keys, as OpenPGP exports them
 */
public record GpgMode(UntrustedBytes keyring) implements ManifestMode {

    /** The id of the verifier that checks the signatures. */
    public static final String VERIFIER = "gpg";

    /** The name of the pinned keyring. */
    public static final String KEYRING = "keyring.gpg";

    @Override
    public String id() {
        return "gpg";
    }
}
