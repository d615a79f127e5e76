package cco.core.trust;

import cco.core.model.UntrustedBytes;

/**
 * Trust in OpenPGP keys that were pinned when the app was installed: a detached signature by one of them is demanded of
 * the manifest and of every archive. It withstands a hacked host, a manifest that is older than what was seen, and one
 * that has expired if the publisher lets it expire.
 *
 * @param keyring the pinned public keys, in the form that OpenPGP exports them
 */
public record GpgMode(UntrustedBytes keyring) implements ManifestMode {

    /** The verifier that checks the signatures, and the name under which it finds the keyring. */
    public static final String VERIFIER = "gpg";

    /** The name under which the keyring is pinned. */
    public static final String KEYRING = "keyring.gpg";

    @Override
    public String id() {
        return "gpg";
    }
}
