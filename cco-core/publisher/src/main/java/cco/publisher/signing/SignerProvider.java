package cco.publisher.signing;

import cco.core.error.CcoException;
import cco.publisher.keys.Signer;

/** The publisher's keys, each opened when it is needed, so that no passphrase is requested in vain. */
@FunctionalInterface
public interface SignerProvider {

    /** Opens the key of a role. */
    Signer signer(KeyRole role) throws CcoException;

    /** The same keys with another one for a role. */
    default SignerProvider with(KeyRole replaced, Signer key) {
        return role -> role == replaced ? key : signer(role);
    }
}
