package cco.verifier.gpg;

import cco.api.Verifier;
import cco.tck.Download;
import cco.tck.VerifierContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class GpgContractTest extends VerifierContract {

    private static Download genuine;

    @BeforeAll
    static void sign(@TempDir Path temporary) throws Exception {
        try (Gpg gpg = new Gpg(temporary.resolve("home"))) {
            String key = gpg.key("publisher", "ed25519", "sign", "never");
            genuine = Download.of("app.tar.gz", "what is released\r\n".getBytes())
                    .withProof(".asc", gpg.sign(key, "what is released\r\n", "--armor"))
                    .withAnchor(GpgVerifier.ANCHOR, gpg.keyring(key));
        }
    }

    @Override
    protected Verifier verifier() {
        return new GpgVerifier(InstantSource.fixed(Gpg.START));
    }

    @Override
    protected Download genuine() {
        return genuine;
    }
}
