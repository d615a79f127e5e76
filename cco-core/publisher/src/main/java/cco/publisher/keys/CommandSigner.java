package cco.publisher.keys;

import cco.core.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that holds the key. With the extra argument {@code --public} it prints the public key in PEM. Without, it
 * reads the bytes to sign from standard input and prints the signature, raw or in base64. ECDSA signatures are in DER;
 * RSA signatures are PSS with SHA-256 and a salt of 32 bytes.
 */
final class CommandSigner implements Signer {

    /** Long enough to touch a security key. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private final KeyUri.ByCommand uri;
    private final PublicKeyInfo publicKey;

    private CommandSigner(KeyUri.ByCommand uri, PublicKeyInfo publicKey) {
        this.uri = uri;
        this.publicKey = publicKey;
    }

    static CommandSigner open(KeyUri.ByCommand uri) throws UsageException {
        List<String> command =
                Stream.concat(uri.command().stream(), Stream.of("--public")).toList();
        String printed = new String(CommandRun.of(command, new byte[0], LIMIT), StandardCharsets.ISO_8859_1);
        try {
            Optional<Pem> pem = Pem.find(printed, "PUBLIC KEY");
            if (pem.isPresent()) {
                return new CommandSigner(uri, PublicKeyInfo.decode(pem.get().bytes()));
            }
        } catch (GeneralSecurityException e) {
            throw refuse(uri, "prints a public key that cannot be used: " + e.getMessage(), e);
        }
        throw refuse(uri, "does not print a public key in PEM with --public", null);
    }

    @Override
    public PublicKeyInfo publicKey() {
        return publicKey;
    }

    /** The form of the signature, raw or base64, is the one that verifies. */
    @Override
    public byte[] sign(byte[] message) throws UsageException {
        byte[] printed = CommandRun.of(uri.command(), message, LIMIT);
        if (publicKey.verifies(message, printed)) {
            return printed;
        }
        return Pem.decode(new String(printed, StandardCharsets.ISO_8859_1))
                .filter(signature -> publicKey.verifies(message, signature))
                .orElseThrow(() -> refuse(uri, "does not print a signature that its public key verifies", null));
    }

    private static UsageException refuse(KeyUri uri, String what, Exception cause) {
        return new UsageException(uri + " " + what, "run cco help release init to see what it must print", cause);
    }
}
