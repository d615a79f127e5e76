package cco.publisher.keys;

import cco.core.error.UsageException;

/** What signs: a key in memory or on a token, or a command that has one. */
public sealed interface Signer permits JdkKey, CommandKey {

    /** By what its signatures are verified. */
    PublicKeyInfo publicHalf();

    /**
     * Signs a message.
     *
     * @return a signature that {@link #publicHalf} verifies
     * @throws UsageException if the key cannot be used
     */
    byte[] sign(byte[] message) throws UsageException;
}
