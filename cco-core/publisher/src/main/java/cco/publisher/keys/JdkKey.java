package cco.publisher.keys;

import cco.core.error.UsageException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.util.Optional;

/** A key that Java can sign with, whether it is in memory or only a handle to one on a token. */
final class JdkKey implements Signer {

    private final KeyUri uri;
    private final PrivateKey key;
    private final PublicKeyInfo publicHalf;
    private final Optional<Provider> provider;

    JdkKey(KeyUri uri, PrivateKey key, PublicKeyInfo publicHalf, Optional<Provider> provider) {
        this.uri = uri;
        this.key = key;
        this.publicHalf = publicHalf;
        this.provider = provider;
    }

    @Override
    public PublicKeyInfo publicHalf() {
        return publicHalf;
    }

    @Override
    public byte[] sign(byte[] message) throws UsageException {
        try {
            Signature engine = publicHalf.scheme().engine(provider);
            engine.initSign(key);
            engine.update(message);
            byte[] signature = engine.sign();
            if (publicHalf.verifies(message, signature)) {
                return signature;
            }
        } catch (GeneralSecurityException | ProviderException e) {
            throw new UsageException("the key " + uri + " cannot sign: " + e.getMessage(), "check the key", e);
        }
        throw new UsageException("the key " + uri + " is not the one of its public key", "make a new key");
    }
}
