package cco.core.publish;

import cco.core.error.CcoException;
import cco.core.sign.SigningKey;

/** The publisher's keys, each opened when it is needed, so that no passphrase is asked for in vain. */
@FunctionalInterface
public interface Signers {

    /** The key of a role. */
    SigningKey of(KeyRole role) throws CcoException;

    /** The same keys but for one that takes another's place. */
    default Signers with(KeyRole replaced, SigningKey key) {
        return role -> role == replaced ? key : of(role);
    }
}
