package cco.publisher.keys;

import cco.core.error.UsageException;
import java.nio.file.Path;
import java.util.Map;

/** A process of its own that signs with a key: {@code TokenSigner URI}. */
final class TokenSigner {

    private TokenSigner() {}

    public static void main(String[] arguments) {
        try {
            KeyOpener opener = Keys.opener(Map.copyOf(System.getenv()), Keys.PASS);
            Signer key = opener.open(KeyUri.parse(arguments[0], Path.of("")));
            key.sign(new byte[] {1});
            System.out.println(key.publicKey().json().get("scheme") + " signs");
        } catch (UsageException e) {
            System.out.println(e.getMessage() + "; " + e.hint());
        }
    }
}
