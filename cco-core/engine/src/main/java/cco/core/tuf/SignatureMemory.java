package cco.core.tuf;

import cco.core.model.Sha256;

/**
 * Remembers which keys have signed which bytes, so that a document that has not changed is not verified again.
 *
 * <p>Everyone who can change the memory can make any document count as signed, so keep it as safely as the pinned
 * root.
 */
public interface SignatureMemory {

    /** Remembers nothing. */
    SignatureMemory NONE = new SignatureMemory() {
        @Override
        public boolean contains(Sha256 proof) {
            return false;
        }

        @Override
        public void add(Sha256 proof) {}
    };

    /**
     * {@return whether a verification is remembered}
     *
     * @param proof the digest of the keys, their threshold and the document
     */
    boolean contains(Sha256 proof);

    /**
     * Remembers a verification that succeeded.
     *
     * @param proof the digest of the keys, their threshold and the document
     */
    void add(Sha256 proof);
}
