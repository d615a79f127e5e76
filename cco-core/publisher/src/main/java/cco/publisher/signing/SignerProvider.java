package cco.publisher.signing;

import cco.core.error.CcoException;
import cco.publisher.keys.Signer;

/** The publisher's keys, each opened when it is needed, so that no passphrase is asked for in vain. */
@FunctionalInterface
public interface SignerProvider {

    /** The key of a role. */
    Signer of(KeyRole role) throws CcoException;

    /** The same keys but for one that takes another's place. */
    default SignerProvider with(KeyRole replaced, Signer key) {
        return role -> role == replaced ? key : of(role);
    }
}
