package cco.publisher.keys;

import cco.core.error.UsageException;

/** Who knows the passphrases of encrypted keys. The caller wipes what it was given. */
public interface Passphrases {

    /** The environment variable from which scripts give it. */
    String VARIABLE = "CCO_KEY_PASSPHRASE";

    /**
     * The passphrase of a key that exists.
     *
     * @param key what to ask for, in words
     * @throws UsageException if nobody can be asked
     */
    char[] of(String key) throws UsageException;

    /**
     * A passphrase for a key that is being made, confirmed by whoever types it.
     *
     * @throws UsageException if nobody can be asked, or the two that were typed differ
     */
    char[] fresh(String key) throws UsageException;
}
