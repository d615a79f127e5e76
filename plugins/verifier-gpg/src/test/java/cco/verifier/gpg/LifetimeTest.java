package cco.verifier.gpg;

import static cco.verifier.gpg.Download.CONTENT;
import static cco.verifier.gpg.Gpg.START;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The validity of keys at the time of a signature: expiry and revocation, on signatures by gpg. */
class LifetimeTest {

    private static final Instant MONTH = START.plus(Duration.ofDays(30));
    private static final Instant TWO_YEARS = START.plus(Duration.ofDays(730));

    @TempDir
    private Path temporary;

    private Gpg gpg;

    @BeforeEach
    void start() throws Exception {
        gpg = new Gpg(temporary.resolve("home"));
    }

    @AfterEach
    void end() throws Exception {
        if (gpg != null) {
            gpg.close();
        }
    }

    private String keyWithSubkey(String subkeyLifetime) throws Exception {
        String key = gpg.key("publisher", "ed25519", "cert", "never");
        gpg.gpg("", "--quick-add-key", key, "ed25519", "sign", subkeyLifetime);
        return key;
    }

    private String subkey(String key) throws Exception {
        return gpg.fingerprints(key).get(1);
    }

    @Test
    void keyExpiredSince_isAcceptedForOldSignatures() throws Exception {
        String key = gpg.key("publisher", "ed25519", "sign", "1y");
        byte[] pinned = gpg.keyring(key);
        byte[] early = gpg.at(MONTH).sign(key, CONTENT);
        gpg.gpg("", "--quick-set-expire", key, "10y");
        byte[] late = gpg.at(TWO_YEARS).sign(key, CONTENT);
        Download.of(pinned, early).isAccepted(TWO_YEARS, key);
        Download.of(pinned, late).isRejected(TWO_YEARS, "after its key " + key + " expired at 2027-01-01 00:00 UTC");
        Download.of(gpg.keyring(key), late).isAccepted(TWO_YEARS, key);
    }

    @Test
    void subkey_expiresLikeAPrimaryKey() throws Exception {
        String key = keyWithSubkey("1y");
        String subkey = subkey(key);
        byte[] pinned = gpg.keyring(key);
        byte[] early = gpg.at(MONTH).sign(subkey, CONTENT);
        gpg.gpg("", "--quick-set-expire", key, "10y", subkey);
        byte[] late = gpg.at(TWO_YEARS).sign(subkey, CONTENT);
        Download.of(pinned, early).isAccepted(TWO_YEARS, "by " + subkey, "of the pinned key " + key);
        Download.of(pinned, late).isRejected(TWO_YEARS, "after its key " + subkey + " expired");
        Download.of(gpg.keyring(key), late).isAccepted(TWO_YEARS, subkey);
    }

    @Test
    void subkeyOfAnExpiredKey_isRefused() throws Exception {
        String key = gpg.key("publisher", "ed25519", "cert", "1y");
        gpg.gpg("", "--quick-add-key", key, "ed25519", "sign", "never");
        byte[] pinned = gpg.keyring(key);
        gpg.at(MONTH).gpg("", "--quick-set-expire", key, "10y");
        byte[] late = gpg.at(TWO_YEARS).sign(subkey(key), CONTENT);
        Download.of(pinned, late).isRejected(TWO_YEARS, "after its key " + key + " expired");
    }

    @Test
    void newestSelfSignature_counts() throws Exception {
        String key = gpg.key("publisher", "ed25519", "sign", "never");
        byte[] signature = gpg.at(TWO_YEARS).sign(key, CONTENT);
        gpg.at(MONTH).gpg("", "--quick-set-expire", key, "1m");
        Download.of(gpg.keyring(key), signature).isRejected(TWO_YEARS, "after its key");
    }

    @ParameterizedTest
    @ValueSource(ints = {Gpg.NO_REASON, Gpg.COMPROMISED})
    void compromisedKey_isRefusedForOldSignaturesToo(int reason) throws Exception {
        String key = gpg.key("publisher", "ed25519", "sign", "never");
        byte[] before = gpg.sign(key, CONTENT);
        gpg.at(MONTH).revoke(key, reason);
        Download.of(gpg.keyring(key), before).isRejected(TWO_YEARS, "was revoked at " + RefusedException.utc(MONTH));
    }

    @ParameterizedTest
    @ValueSource(ints = {Gpg.SUPERSEDED, Gpg.NO_LONGER_USED})
    void retiredKey_isAcceptedForOldSignatures(int reason) throws Exception {
        String key = gpg.key("publisher", "ed25519", "sign", "never");
        byte[] before = gpg.sign(key, CONTENT);
        byte[] after = gpg.at(TWO_YEARS).sign(key, CONTENT);
        gpg.at(MONTH).revoke(key, reason);
        Download.of(gpg.keyring(key), before).isAccepted(TWO_YEARS, key);
        Download.of(gpg.keyring(key), after).isRejected(TWO_YEARS, "was revoked at " + RefusedException.utc(MONTH));
    }

    @Test
    void revokedSubkey_isRefused() throws Exception {
        String key = keyWithSubkey("never");
        byte[] signature = gpg.sign(subkey(key), CONTENT);
        gpg.at(MONTH)
                .gpg(
                        "key 1\nrevkey\ny\n" + Gpg.COMPROMISED + "\n\ny\nsave\n",
                        "--no-batch",
                        "--command-fd",
                        "0",
                        "--edit-key",
                        key);
        Download.of(gpg.keyring(key), signature).isRejected(TWO_YEARS, "the key " + subkey(key) + " was revoked");
    }

    @Test
    void signatureOlderThanItsKey_isRefused() throws Exception {
        String key = gpg.at(MONTH).key("publisher", "ed25519", "sign", "never");
        byte[] signature = gpg.at(START).sign(key, CONTENT, "--ignore-time-conflict");
        Download.of(gpg.keyring(key), signature).isRejected(TWO_YEARS, "before its key");
    }

    @Test
    void signatureFromTheFuture_isRefused() throws Exception {
        String key = gpg.key("publisher", "ed25519", "sign", "never");
        byte[] signature = gpg.at(MONTH).sign(key, CONTENT);
        Download.of(gpg.keyring(key), signature).isAccepted(MONTH.minus(Duration.ofDays(1)));
        Download.of(gpg.keyring(key), signature)
                .isRejected(MONTH.minus(Duration.ofDays(1)).minusSeconds(1), "future");
    }

    @Test
    void expiredSignature_isRefused() throws Exception {
        String key = gpg.key("publisher", "ed25519", "sign", "never");
        byte[] signature = gpg.sign(key, CONTENT, "--default-sig-expire", "30");
        Download.of(gpg.keyring(key), signature).isAccepted(MONTH.minusSeconds(1));
        Download.of(gpg.keyring(key), signature)
                .isRejected(MONTH, "a signature expired at " + RefusedException.utc(MONTH));
    }
}
