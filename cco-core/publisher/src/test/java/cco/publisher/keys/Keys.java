package cco.publisher.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Keys that OpenSSL has made, for these tests alone, and who knows their passphrase. */
final class Keys {

    static final String ED25519 = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIMe9IPdI+DQaAvfoWEVOn31zAN8O9FQ6NZwulQ1udFMX
            -----END PRIVATE KEY-----
            """;

    /** Of the key above, by OpenSSL too. */
    static final String ED25519_PUBLIC = "0684f458d49bd45a142c0aba3c6c169890dbec0336e3775c8c05cdf862b7a02d";

    /** The same key under the passphrase "pass". */
    static final String ENCRYPTED = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhd2xHs/dq5nQICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEE+HoMIepioG8peKvZoX6cYEQE93
            A81PulTi1SUalbtBOWgkDtxWB16EopjH0GWkuYfK4nHKJREWX3NspG757GlYSA2G
            b2tHE3jVDg7ZJyH3k8s=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    /** And once more, by scrypt. */
    static final String SCRYPT = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAhTqkd57yANNQICQAAC
            AQgCAQEwHQYJYIZIAWUDBAEqBBAE3XfnXKZcvHngV0C2lJyVBECy6QS/ECC451hd
            2REVJaI2xlDIEhd8b+WI53wfYt4eIT83hjNecwpJnBLdIWbb3yQzMyFMlhUDx6gC
            48Ebuhbk
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    static final String P256 = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6IF+bEgsCd8I0hsZ
            JA6vDLkMz+vBtajjStecFVW0nP+hRANCAAQKWpEmUaqLWQXkBOTPx5773N65ifZf
            QFzuWgy1PhUCJMVHZLl3U4YCwe1mQWYb19rFoCvo/rWghEeBxZ4/2Vo1
            -----END PRIVATE KEY-----
            """;

    static final Passphrases PASS = knowing("pass");

    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

    private Keys() {}

    static Passphrases knowing(String passphrase) {
        return new Passphrases() {
            @Override
            public char[] ask(String key) {
                return passphrase.toCharArray();
            }

            @Override
            public char[] choose(String key) {
                return passphrase.toCharArray();
            }
        };
    }

    /** The key of the variable KEY. */
    static Signer fromVariable(String value, Passphrases passphrases) throws UsageException {
        return opener(Map.of("KEY", value), passphrases).open(KeyUri.parse("env:KEY", Path.of("")));
    }

    static KeyOpener opener(Map<String, String> variables, Passphrases passphrases) {
        return new KeyOpener(name -> Optional.ofNullable(variables.get(name)), passphrases);
    }

    /** Signs, and expects that it counts for this message only. */
    static void requireSigns(Signer key, String scheme) throws UsageException {
        byte[] signature = key.sign(MESSAGE);
        assertTrue(key.publicKey().verifies(MESSAGE, signature));
        assertFalse(key.publicKey().verifies(new byte[1], signature));
        assertFalse(key.publicKey().verifies(MESSAGE, new byte[1]));
        assertEquals(scheme, key.publicKey().json().get("scheme"));
    }
}
