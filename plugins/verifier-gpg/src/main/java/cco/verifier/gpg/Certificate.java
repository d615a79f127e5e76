package cco.verifier.gpg;

import static cco.verifier.gpg.RefusedException.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A pinned primary key, and the keyring's signatures over that key, its names and its subkeys. The primary key is
 * trusted because it is pinned, and must have signed everything else. Signatures by other keys are ignored.
 */
final class Certificate {

    private final PgpKey primary;
    private final List<KeySignature> signatures = new ArrayList<>();
    private final List<PgpKey> subkeys = new ArrayList<>();

    /** A signature in the keyring, the bytes that it covers, and the subkey that it is about, if any. */
    record KeySignature(PgpSignature signature, byte[] covered, Optional<PgpKey> subkey) {}

    Certificate(PgpKey primary) {
        this.primary = primary;
    }

    PgpKey primary() {
        return primary;
    }

    void add(PgpKey subkey) {
        subkeys.add(subkey);
    }

    void add(KeySignature entry) {
        signatures.add(entry);
    }

    /** The primary key and all subkeys, even those that may not sign. */
    Stream<PgpKey> keys() {
        return Stream.concat(Stream.of(primary), subkeys.stream());
    }

    /**
     * Requires that a key of this certificate could sign files at a time: the primary key was valid then, and the key
     * is the primary key, or a subkey that was valid then and that both keys declare as a signing subkey.
     */
    void requireSigner(PgpKey key, Instant time) throws RefusedException {
        PgpSignature self = newest(Certificate::isSelfSignature, time)
                .orElseThrow(() ->
                        new RefusedException("the pinned key " + primary + " has no accepted signature of itself"))
                .signature();
        requireValid(primary, self, time);
        requireNotRevoked(primary, entry -> entry.signature().type() == PgpSignature.KEY_REVOCATION, time);
        PgpSignature role = key == primary ? self : binding(key, time);
        if (!(role.allowsSigning() || key == primary && !role.hasKeyFlags())) {
            throw new RefusedException("the key " + key + " is not meant for signing files");
        }
    }

    private PgpSignature binding(PgpKey subkey, Instant time) throws RefusedException {
        KeySignature binding = newest(isOf(subkey, PgpSignature.SUBKEY_BINDING), time)
                .orElseThrow(() -> new RefusedException(
                        "the key " + primary + " has no accepted signature of its subkey " + subkey));
        requireValid(subkey, binding.signature(), time);
        requireNotRevoked(subkey, isOf(subkey, PgpSignature.SUBKEY_REVOCATION), time);
        // RFC 4880 §5.2.1, type 0x19: otherwise a pinned key could adopt a foreign subkey and its signatures.
        Optional<PgpSignature> back = binding.signature().embedded();
        if (binding.signature().allowsSigning()
                && (back.isEmpty()
                        || back.get().type() != PgpSignature.PRIMARY_KEY_BINDING
                        || !SignatureCheck.of(back.get(), subkey).matches(binding.covered()))) {
            throw new RefusedException("the subkey " + subkey + " does not say that it belongs to " + primary);
        }
        return binding.signature();
    }

    private Optional<KeySignature> newest(Predicate<KeySignature> kind, Instant time) {
        return signatures.stream()
                .filter(kind)
                .filter(entry -> entry.signature().expires().map(time::isBefore).orElse(true))
                .filter(this::isByPrimary)
                .max(Comparator.comparing(entry -> entry.signature().created()));
    }

    private boolean isByPrimary(KeySignature entry) {
        try {
            return entry.signature().names(primary)
                    && SignatureCheck.of(entry.signature(), primary).matches(entry.covered());
        } catch (RefusedException e) {
            return false;
        }
    }

    /** gpg writes direct-key signatures that only name a revoker and do not describe the key. */
    private static boolean isSelfSignature(KeySignature entry) {
        int type = entry.signature().type();
        return PgpSignature.isOfName(type)
                || type == PgpSignature.DIRECT_KEY && entry.signature().hasKeyFlags();
    }

    private static Predicate<KeySignature> isOf(PgpKey subkey, int type) {
        return entry -> entry.signature().type() == type
                && entry.subkey().filter(subkey::equals).isPresent();
    }

    /** A key is valid from its creation until the expiry date in its newest signature. */
    private static void requireValid(PgpKey key, PgpSignature statement, Instant time) throws RefusedException {
        if (time.isBefore(key.created())) {
            throw new RefusedException(
                    "the signature was made at " + utc(time) + ", before its key " + key + " was created");
        }
        Optional<Instant> end = statement.keyLifetime().map(key.created()::plus);
        if (end.isPresent() && !time.isBefore(end.get())) {
            throw new RefusedException("the signature was made at " + utc(time) + ", after its key " + key
                    + " expired at " + utc(end.get()));
        }
    }

    private void requireNotRevoked(PgpKey key, Predicate<KeySignature> kind, Instant time) throws RefusedException {
        for (KeySignature entry :
                signatures.stream().filter(kind).filter(this::revokes).toList()) {
            PgpSignature revocation = entry.signature();
            if (!revocation.isHarmless() || !time.isBefore(revocation.created())) {
                throw new RefusedException("the key " + key + " was revoked at " + utc(revocation.created()));
            }
        }
    }

    /** A revocation in the primary key's name counts even if it cannot be checked: better revoked than trusted. */
    private boolean revokes(KeySignature entry) {
        try {
            return SignatureCheck.ofRevocation(entry.signature(), primary).matches(entry.covered());
        } catch (RefusedException e) {
            return entry.signature().names(primary);
        }
    }
}
