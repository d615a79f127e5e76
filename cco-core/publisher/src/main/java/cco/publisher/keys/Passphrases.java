package cco.publisher.keys;

import cco.core.error.UsageException;

/** Supplies the passphrases of encrypted keys. Callers wipe the arrays after use. */
public interface Passphrases {

    /** The environment variable for scripts. */
    String VARIABLE = "CCO_KEY_PASSPHRASE";

    /**
     * Asks for the passphrase of an existing key.
     *
     * @param key the key's name in the prompt
     * @throws UsageException if there is neither a variable nor a terminal
     */
    char[] ask(String key) throws UsageException;

    /**
     * Asks for the passphrase of a new key, twice.
     *
     * @throws UsageException if there is neither a variable nor a terminal, or if the two entries differ
     */
    char[] choose(String key) throws UsageException;
}
