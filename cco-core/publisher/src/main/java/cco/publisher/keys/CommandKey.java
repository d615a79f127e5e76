package cco.publisher.keys;

import cco.core.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that has the key. With the further argument {@code --public} it prints the public key in PEM; without, it
 * reads the bytes to sign from its standard input and prints the signature, raw or in base64. ECDSA signatures are in
 * DER, RSA's are PSS with SHA-256 and a salt of 32 bytes.
 */
final class CommandKey implements Signer {

    /** Enough for somebody to touch a key on their desk. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private final KeyUri.ByCommand uri;
    private final PublicKeyInfo publicHalf;

    private CommandKey(KeyUri.ByCommand uri, PublicKeyInfo publicHalf) {
        this.uri = uri;
        this.publicHalf = publicHalf;
    }

    static CommandKey open(KeyUri.ByCommand uri) throws UsageException {
        List<String> command =
                Stream.concat(uri.command().stream(), Stream.of("--public")).toList();
        String printed = new String(CommandRun.of(command, new byte[0], LIMIT), StandardCharsets.ISO_8859_1);
        try {
            Optional<Pem> pem = Pem.find(printed, "PUBLIC KEY");
            if (pem.isPresent()) {
                return new CommandKey(uri, PublicKeyInfo.decode(pem.get().bytes()));
            }
        } catch (GeneralSecurityException e) {
            throw refuse(uri, "prints a public key that cannot be used: " + e.getMessage(), e);
        }
        throw refuse(uri, "prints no public key in PEM when called with --public", null);
    }

    @Override
    public PublicKeyInfo publicHalf() {
        return publicHalf;
    }

    /** Which of both forms the signature has is told by the one that verifies. */
    @Override
    public byte[] sign(byte[] message) throws UsageException {
        byte[] printed = CommandRun.of(uri.command(), message, LIMIT);
        if (publicHalf.verifies(message, printed)) {
            return printed;
        }
        return Pem.decode(new String(printed, StandardCharsets.ISO_8859_1))
                .filter(signature -> publicHalf.verifies(message, signature))
                .orElseThrow(() -> refuse(uri, "prints no signature that its public key verifies", null));
    }

    private static UsageException refuse(KeyUri uri, String what, Exception cause) {
        return new UsageException(uri + " " + what, "see cco help release init for what it has to print", cause);
    }
}
