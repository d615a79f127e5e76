package cco.publisher.keys;

import cco.core.error.UsageException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.util.Optional;

/** A key of Java's cryptography API, in memory or on a token. */
final class JcaSigner implements Signer {

    private final KeyUri uri;
    private final PrivateKey key;
    private final PublicKeyInfo publicKey;
    private final Optional<Provider> provider;

    JcaSigner(KeyUri uri, PrivateKey key, PublicKeyInfo publicKey, Optional<Provider> provider) {
        this.uri = uri;
        this.key = key;
        this.publicKey = publicKey;
        this.provider = provider;
    }

    @Override
    public PublicKeyInfo publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(byte[] message) throws UsageException {
        try {
            Signature engine = publicKey.scheme().engine(provider);
            engine.initSign(key);
            engine.update(message);
            byte[] signature = engine.sign();
            if (publicKey.verifies(message, signature)) {
                return signature;
            }
        } catch (GeneralSecurityException | ProviderException e) {
            throw new UsageException("the key " + uri + " cannot sign: " + e.getMessage(), "check the key", e);
        }
        throw new UsageException("the key " + uri + " does not match its public key", "create a new key");
    }
}
