package cco.publisher.keys;

import cco.core.error.UsageException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.Optional;

/**
 * Opens a key on a token through Java's PKCS#11 provider, which finds a key only by a certificate with the same label.
 * A self-signed certificate is enough.
 */
final class TokenKey {

    private static final String HINT = "check the URI's module-path, slot-id and object, and the PIN";

    private TokenKey() {}

    static Signer open(KeyUri.OnToken uri, char[] pin) throws UsageException {
        try {
            Provider provider = provider(uri.uri());
            KeyStore token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, pin);
            Certificate certificate = token.getCertificate(uri.uri().object());
            if (certificate == null || !(token.getKey(uri.uri().object(), null) instanceof PrivateKey key)) {
                throw new UsageException(
                        "the token has no key with a certificate under the label "
                                + uri.uri().object(),
                        "create both with keytool -genkeypair -storetype PKCS11");
            }
            return new JcaSigner(uri, key, PublicKeyInfo.of(certificate.getPublicKey()), Optional.of(provider));
        } catch (InvalidKeyException e) {
            throw new UsageException("the key " + uri + " cannot be used: " + e.getMessage(), "create another key", e);
        } catch (GeneralSecurityException | IOException | ProviderException | InvalidParameterException e) {
            throw new UsageException("cannot open the token: " + reason(e), HINT, e);
        }
    }

    private static Provider provider(TokenUri uri) throws UsageException {
        Provider provider = Security.getProvider("SunPKCS11");
        if (provider == null) {
            throw new UsageException(
                    "this Java runtime has no module jdk.crypto.cryptoki, which tokens need",
                    "use a key in a file, or exec: with a program that talks to the token");
        }
        String library = uri.library().replace("\\", "\\\\").replace("\"", "\\\"");
        String slot = uri.slot().map(number -> "slot = " + number).orElse("slotListIndex = 0");
        return provider.configure("--name = cco\nlibrary = \"" + library + "\"\n" + slot + "\n");
    }

    /** The innermost exception has the token's error code, such as CKR_PIN_INCORRECT. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage();
    }
}
