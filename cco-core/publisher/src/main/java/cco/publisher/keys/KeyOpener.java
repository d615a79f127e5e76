package cco.publisher.keys;

import cco.core.error.StorageException;
import cco.core.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Opens keys by their URIs, and creates new ones in files. */
public final class KeyOpener {

    private static final String CONVERT =
            "convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -in OLD -out NEW";

    private final Function<String, Optional<String>> variables;
    private final Passphrases passphrases;

    /**
     * An opener of keys.
     *
     * @param variables looks up environment variables by name
     */
    public KeyOpener(Function<String, Optional<String>> variables, Passphrases passphrases) {
        this.variables = variables;
        this.passphrases = passphrases;
    }

    /**
     * Opens a key.
     *
     * @throws UsageException if it does not exist, cannot be opened, is readable by others, or is a kind of key that
     *     clients refuse
     */
    public Signer open(KeyUri uri) throws UsageException {
        return switch (uri) {
            case KeyUri.InFile file -> parse(uri, KeyFile.read(file.path()));
            case KeyUri.InVariable variable -> parse(uri, armored(variable(variable.name())));
            case KeyUri.OnToken token -> onToken(token);
            case KeyUri.ByCommand command -> CommandSigner.open(command);
        };
    }

    /**
     * Creates an Ed25519 key in a new file that a passphrase encrypts.
     *
     * @throws UsageException if the file exists, or if there is no passphrase
     * @throws StorageException if the file cannot be written
     */
    public Signer createEncrypted(KeyUri.InFile uri) throws UsageException, StorageException {
        try {
            KeyPair pair = generate();
            return create(uri, pair, Pem.of("ENCRYPTED PRIVATE KEY", encrypt(uri, pair.getPrivate())));
        } catch (GeneralSecurityException e) {
            throw new UsageException("cannot create a key: " + e.getMessage(), "use only ASCII in a passphrase", e);
        }
    }

    /**
     * Creates an Ed25519 key in a new file that only its mode protects.
     *
     * @throws UsageException if the file exists
     * @throws StorageException if the file cannot be written
     */
    public Signer createPlain(KeyUri.InFile uri) throws UsageException, StorageException {
        try {
            KeyPair pair = generate();
            return create(uri, pair, Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new UsageException("cannot create a key: " + e.getMessage(), "report this as a bug", e);
        }
    }

    private static KeyPair generate() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static Signer create(KeyUri.InFile uri, KeyPair pair, Pem pem)
            throws UsageException, StorageException, InvalidKeyException {
        KeyFile.create(uri.path(), pem.text());
        return new JcaSigner(uri, pair.getPrivate(), PublicKeyInfo.of(pair.getPublic()), Optional.empty());
    }

    private byte[] encrypt(KeyUri uri, PrivateKey key) throws UsageException, GeneralSecurityException {
        char[] passphrase = passphrases.choose(uri.toString());
        try {
            return Pkcs8.encrypt(key, passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private Signer parse(KeyUri uri, String text) throws UsageException {
        Pem pem = Pem.find(text, "PRIVATE KEY")
                .orElseThrow(() -> new UsageException(uri + " does not contain a private key in PEM format", CONVERT));
        try {
            PrivateKey key =
                    switch (pem.label()) {
                        case "PRIVATE KEY" -> Pkcs8.decode(pem.bytes());
                        case "ENCRYPTED PRIVATE KEY" -> decrypt(uri, pem.bytes());
                        default ->
                            throw new UsageException(uri + " is not in PKCS#8 but in the form " + pem.label(), CONVERT);
                    };
            return new JcaSigner(uri, key, PublicKeyInfo.of(PublicKeys.of(key)), Optional.empty());
        } catch (InvalidKeyException e) {
            throw new UsageException("cannot open " + uri + ": " + e.getMessage(), "check key and passphrase", e);
        } catch (GeneralSecurityException e) {
            throw new UsageException("cannot open " + uri + ": " + e.getMessage(), CONVERT, e);
        }
    }

    private PrivateKey decrypt(KeyUri uri, byte[] encrypted) throws UsageException, GeneralSecurityException {
        char[] passphrase = passphrases.ask(uri.toString());
        try {
            return Pkcs8.decrypt(encrypted, passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private Signer onToken(KeyUri.OnToken token) throws UsageException {
        String source = token.uri().pinSource();
        if (!source.startsWith("env:") && !source.startsWith("file:")) {
            throw new UsageException("the PIN is neither in a variable nor in a file", "write pin-source=env:NAME");
        }
        String pin = KeyUri.parse(source, Path.of("")) instanceof KeyUri.InFile file
                ? KeyFile.read(file.path()).strip()
                : variable(source.substring("env:".length()));
        return TokenKey.open(token, pin.toCharArray());
    }

    private String variable(String name) throws UsageException {
        return variables
                .apply(name)
                .orElseThrow(() -> new UsageException("the variable " + name + " is not set", "set it to the secret"));
    }

    /** Build services often store secrets without line breaks, so the whole text may be base64 once more. */
    private static String armored(String value) {
        return value.contains("-----BEGIN")
                ? value
                : Pem.decode(value)
                        .map(text -> new String(text, StandardCharsets.US_ASCII))
                        .orElse(value);
    }
}
