package cco.fuzz;

import cco.tck.Download;
import cco.verifier.gpg.GpgVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;

/** OpenPGP files. The verifier has a verdict on each, and throws nothing. */
final class OpenPgpFuzz {

    private static final GpgVerifier VERIFIER = new GpgVerifier();
    private static final byte[] KEYRING = sample(FuzzTarget.KEYRING, "all");
    private static final byte[] SIGNATURE = sample(FuzzTarget.SIGNATURE, "ed25519");

    private OpenPgpFuzz() {}

    static void keyring(byte[] input) throws IOException {
        verify(input, SIGNATURE);
    }

    static void signature(byte[] input) throws IOException {
        verify(KEYRING, input);
    }

    private static void verify(byte[] keyring, byte[] signature) throws IOException {
        byte[] content = "signed\n".getBytes(StandardCharsets.US_ASCII);
        VERIFIER.verify(new Download(
                "app.tar.gz", content, Map.of(), Map.of(".asc", signature), Map.of(GpgVerifier.ANCHOR, keyring)));
    }

    private static byte[] sample(FuzzTarget target, String name) {
        try {
            return Files.readAllBytes(target.corpus().resolve(name));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
