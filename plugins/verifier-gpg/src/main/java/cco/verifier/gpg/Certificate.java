package cco.verifier.gpg;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A pinned primary key and what the keyring holds of its signatures: over itself, over its names, over its subkeys. The
 * primary key is trusted because it is pinned; everything else has to be signed by it. What others signed is nothing.
 */
final class Certificate {

    private final PgpKey primary;
    private final List<Claim> claims = new ArrayList<>();
    private final List<PgpKey> subkeys = new ArrayList<>();

    /** A signature of the keyring, the bytes that it says something of, and the subkey among them. */
    record Claim(PgpSignature signature, byte[] covered, Optional<PgpKey> subkey) {}

    Certificate(PgpKey primary) {
        this.primary = primary;
    }

    PgpKey primary() {
        return primary;
    }

    void add(PgpKey subkey) {
        subkeys.add(subkey);
    }

    void add(Claim claim) {
        claims.add(claim);
    }

    /** The primary key and all subkeys, whether or not they may sign. */
    Stream<PgpKey> keys() {
        return Stream.concat(Stream.of(primary), subkeys.stream());
    }

    /**
     * Returns if a key of this certificate could sign files at a time: the primary key lived then, and the key itself
     * is the primary key or a subkey that lived then and that both keys call a signing subkey.
     */
    void requireSigner(PgpKey key, Instant time) throws RefusedException {
        PgpSignature self = newest(Certificate::isSelfSignature, time)
                .orElseThrow(() -> new RefusedException(
                        "the pinned key " + primary + " vouches for itself with no signature that is admitted"))
                .signature();
        requireAlive(primary, self, time);
        requireNotRevoked(primary, claim -> claim.signature().type() == PgpSignature.KEY_REVOCATION, time);
        PgpSignature role = key == primary ? self : binding(key, time);
        if (!(role.allowsSigning() || key == primary && !role.hasKeyFlags())) {
            throw new RefusedException("the key " + key + " is not meant for signing files");
        }
    }

    private PgpSignature binding(PgpKey subkey, Instant time) throws RefusedException {
        Claim binding = newest(isOf(subkey, PgpSignature.SUBKEY_BINDING), time)
                .orElseThrow(() -> new RefusedException("the key " + primary + " vouches for its subkey " + subkey
                        + " with no signature that is admitted"));
        requireAlive(subkey, binding.signature(), time);
        requireNotRevoked(subkey, isOf(subkey, PgpSignature.SUBKEY_REVOCATION), time);
        // RFC 4880 §5.2.1, type 0x19: otherwise a pinned key could pass another's subkey and signatures as its own.
        Optional<PgpSignature> back = binding.signature().embedded();
        if (binding.signature().allowsSigning()
                && (back.isEmpty()
                        || back.get().type() != PgpSignature.PRIMARY_KEY_BINDING
                        || !SignatureCheck.of(back.get(), subkey).matches(binding.covered()))) {
            throw new RefusedException("the subkey " + subkey + " does not say that it belongs to " + primary);
        }
        return binding.signature();
    }

    private Optional<Claim> newest(Predicate<Claim> kind, Instant time) {
        return claims.stream()
                .filter(kind)
                .filter(claim -> claim.signature().expires().map(time::isBefore).orElse(true))
                .filter(this::isByPrimary)
                .max(Comparator.comparing(claim -> claim.signature().created()));
    }

    private boolean isByPrimary(Claim claim) {
        try {
            return claim.signature().names(primary)
                    && SignatureCheck.of(claim.signature(), primary).matches(claim.covered());
        } catch (RefusedException e) {
            return false;
        }
    }

    /** gpg writes direct-key signatures that only name a revoker; they say nothing of the key. */
    private static boolean isSelfSignature(Claim claim) {
        int type = claim.signature().type();
        return PgpSignature.isOfName(type)
                || type == PgpSignature.DIRECT_KEY && claim.signature().hasKeyFlags();
    }

    private static Predicate<Claim> isOf(PgpKey subkey, int type) {
        return claim -> claim.signature().type() == type
                && claim.subkey().filter(subkey::equals).isPresent();
    }

    /** A key lives from its creation until the end that its newest signature states. */
    private static void requireAlive(PgpKey key, PgpSignature statement, Instant time) throws RefusedException {
        if (time.isBefore(key.created())) {
            throw new RefusedException("the signature is of " + time + ", before its key " + key + " was made");
        }
        Optional<Instant> end = statement.keyLifetime().map(key.created()::plus);
        if (end.isPresent() && !time.isBefore(end.get())) {
            throw new RefusedException(
                    "the signature is of " + time + ", after its key " + key + " expired at " + end.get());
        }
    }

    private void requireNotRevoked(PgpKey key, Predicate<Claim> kind, Instant time) throws RefusedException {
        for (Claim claim : claims.stream().filter(kind).filter(this::revokes).toList()) {
            PgpSignature revocation = claim.signature();
            if (!revocation.isHarmless() || !time.isBefore(revocation.created())) {
                throw new RefusedException("the key " + key + " was revoked at " + revocation.created());
            }
        }
    }

    /** One that says it is the primary key's but cannot be checked counts: who could have wanted it there? */
    private boolean revokes(Claim claim) {
        try {
            return SignatureCheck.ofRevocation(claim.signature(), primary).matches(claim.covered());
        } catch (RefusedException e) {
            return claim.signature().names(primary);
        }
    }
}
