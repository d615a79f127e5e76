package cco.publisher.keys;

import cco.core.error.UsageException;

/** A key that signs: in memory, on a token, or behind a command. */
public sealed interface Signer permits JcaSigner, CommandSigner {

    /** The key that verifies the signatures. */
    PublicKeyInfo publicKey();

    /**
     * Signs a message.
     *
     * @return a signature that {@link #publicKey} verifies
     * @throws UsageException if the key cannot be used
     */
    byte[] sign(byte[] message) throws UsageException;
}
