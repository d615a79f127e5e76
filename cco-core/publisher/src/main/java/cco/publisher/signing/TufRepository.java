package cco.publisher.signing;

import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.tuf.RoleName;
import cco.publisher.keys.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The metadata of a release repository, as its publisher changes it:
 *
 * <pre>
 * metadata/1.root.json, and one more for each changed key    the keys
 * metadata/3.targets.json                                    the releases
 * metadata/8.snapshot.json, metadata/timestamp.json          the newest versions of these
 * &lt;sha256&gt;.version-manifest.json                             the manifest that belongs to these targets
 * v1.0.0/&lt;sha256&gt;.hello-v1.0.0-linux-x86_64.tar.gz           a second name of each archive, and so on
 * </pre>
 *
 * <p>Snapshots are consistent (TUF 6.2). Archives keep their plain names too, whose content never changes.
 */
public final class TufRepository {

    private final Path directory;
    private final InstantSource clock;

    /** The metadata in a repository's folder, signed at the clock's time. */
    public TufRepository(Path directory, InstantSource clock) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** Whether a repository has metadata, so that its users see only signed releases. */
    public static boolean hasMetadata(Path directory) {
        return Files.exists(VerifiedMetadata.folder(directory));
    }

    /**
     * Creates the metadata: a root with these keys, and a first, empty state. Users need {@code metadata/1.root.json}
     * from a trusted place.
     *
     * @throws UsageException if the repository has metadata already
     * @throws StorageException if it cannot be written
     */
    public RepositoryStatus init(AppName app, SignerProvider signers, ExpiryPolicy lifetimes) throws CcoException {
        if (hasMetadata(directory)) {
            throw new UsageException(
                    directory + " already has metadata", "sign a release with cco release sign --repository DIR");
        }
        RootBuilder root = RootBuilder.of(app, lifetimes.requireValid());
        Map<KeyRole, List<Signer>> keys = new EnumMap<>(KeyRole.class);
        for (KeyRole role : KeyRole.values()) {
            keys.put(role, List.of(signers.signer(role)));
            root = root.with(role, keys.get(role).getFirst().publicKey());
        }
        try (MetadataWriter publication = MetadataWriter.begin(directory)) {
            NextState state = new NextState(root, now(), 0, 0, 0);
            SignedRole targets = state.targets(Map.of("targets", Map.of()), keys.get(KeyRole.TARGETS));
            SignedRole snapshot = state.snapshot(targets.meta(), keys.get(KeyRole.ONLINE));
            publication.put(state.root(0, keys.get(KeyRole.ROOT)));
            publication.put(targets);
            publication.put(snapshot);
            publication.put(state.timestamp(snapshot.meta(), keys.get(KeyRole.ONLINE)));
        }
        return RepositoryStatus.of(directory);
    }

    /**
     * Signs the current {@code version-manifest.json} with the targets key, then with the online key. Signing an
     * unchanged manifest again renews its validity.
     *
     * @throws cco.core.error.VerificationException if a file differs from the manifest or from what was signed before,
     *     if the manifest goes back, or if the present metadata cannot be trusted
     * @throws UsageException if there is nothing to sign, or a key does not belong to the repository
     * @throws cco.core.error.BusyException if another process is publishing here
     */
    public RepositoryStatus sign(SignerProvider signers) throws CcoException {
        try (MetadataWriter publication = MetadataWriter.begin(directory)) {
            VerifiedMetadata before = VerifiedMetadata.read(directory);
            ManifestFiles manifest = ManifestFiles.read(directory, before.root().app());
            TargetsBuilder signed = TargetsBuilder.of(directory, manifest, before.targets());
            NextState state = NextState.after(before, now());
            List<Signer> online = List.of(key(before, KeyRole.ONLINE, signers));
            SignedRole targets = state.targets(signed.members(), List.of(key(before, KeyRole.TARGETS, signers)));
            SignedRole snapshot = state.snapshot(targets.meta(), online);
            SignedRole timestamp = state.timestamp(snapshot.meta(), online);
            publication.putManifest(manifest.text());
            publication.putTargets(signed);
            publication.put(targets);
            publication.put(snapshot);
            publication.put(timestamp);
            VerifiedMetadata after = VerifiedMetadata.read(directory);
            publication.prune(after);
            return RepositoryStatus.of(after);
        }
    }

    /**
     * Renews the timestamp, and the snapshot after half of its validity, without other changes. Needs only the online
     * key.
     *
     * @throws CcoException as {@link #sign}
     */
    public RepositoryStatus refresh(SignerProvider signers) throws CcoException {
        try (MetadataWriter publication = MetadataWriter.begin(directory)) {
            VerifiedMetadata before = VerifiedMetadata.read(directory);
            NextState state = NextState.after(before, now());
            List<Signer> online = List.of(key(before, KeyRole.ONLINE, signers));
            Map<String, Object> meta = before.member(RoleName.TIMESTAMP, "meta");
            if (before.root().lifetimes().isDue(RoleName.SNAPSHOT, before.expires(RoleName.SNAPSHOT), now())) {
                SignedRole snapshot = state.snapshot(before.member(RoleName.SNAPSHOT, "meta"), online);
                publication.put(snapshot);
                meta = snapshot.meta();
            }
            publication.put(state.timestamp(meta, online));
            return RepositoryStatus.of(directory);
        }
    }

    /** Signs a new root with the same keys, which renews its validity. Needs only the root key and the metadata. */
    public RepositoryStatus renewRoot(SignerProvider signers) throws CcoException {
        try (MetadataWriter publication = MetadataWriter.begin(directory)) {
            VerifiedMetadata before = VerifiedMetadata.read(directory);
            NextState state = NextState.after(before, now());
            Signer root = key(before, KeyRole.ROOT, signers);
            publication.put(state.root(before.version(RoleName.ROOT), List.of(root)));
            return RepositoryStatus.of(directory);
        }
    }

    /**
     * Replaces a role's key while the old key is available: a new root, signed by the root key, and everything that the
     * replaced key had signed. Both keys sign, so that clients with either root accept the repository at every moment.
     *
     * @param current the keys before the change
     * @throws CcoException as {@link #sign}
     */
    public RepositoryStatus rotate(KeyRole role, Signer replacement, SignerProvider current) throws CcoException {
        return rotate(role, replacement, current, List.of(role));
    }

    /**
     * Replaces a lost key. Not for the root key, without which there is no new root.
     *
     * @param current the other keys
     * @throws CcoException as {@link #sign}
     */
    public RepositoryStatus rotateLost(KeyRole role, Signer replacement, SignerProvider current) throws CcoException {
        return rotate(role, replacement, current, List.of());
    }

    private RepositoryStatus rotate(KeyRole role, Signer replacement, SignerProvider current, List<KeyRole> alsoSigning)
            throws CcoException {
        try (MetadataWriter publication = MetadataWriter.begin(directory)) {
            VerifiedMetadata before = VerifiedMetadata.read(directory);
            if (before.root().ids().containsValue(replacement.publicKey().id())) {
                throw new UsageException("the repository already uses the new key", "create a new key");
            }
            List<Signer> signers = new ArrayList<>();
            for (KeyRole old : alsoSigning) {
                signers.add(key(before, old, current));
            }
            signers.add(replacement);
            NextState state = NextState.after(before, now()).with(before.root().with(role, replacement.publicKey()));
            List<Signer> roots = role == KeyRole.ROOT ? signers : List.of(key(before, KeyRole.ROOT, current));
            List<SignedRole> files = new ArrayList<>();
            if (role != KeyRole.ROOT) {
                List<Signer> online = role == KeyRole.ONLINE ? signers : List.of(key(before, KeyRole.ONLINE, current));
                files.addAll(resign(before, state, role == KeyRole.TARGETS ? signers : List.of(), online));
            }
            SignedRole root = state.root(before.version(RoleName.ROOT), roots);
            files.add(alsoSigning.isEmpty() ? 0 : files.size(), root);
            for (SignedRole file : files) {
                publication.put(file);
            }
            return RepositoryStatus.of(directory);
        }
    }

    /** Re-signs unchanged metadata with the new key. */
    private static List<SignedRole> resign(
            VerifiedMetadata before, NextState state, List<Signer> targetsKeys, List<Signer> online)
            throws CcoException {
        List<SignedRole> files = new ArrayList<>();
        Map<String, Object> meta = before.member(RoleName.SNAPSHOT, "meta");
        if (!targetsKeys.isEmpty()) {
            files.add(state.targets(TargetsBuilder.withoutSerial(before.targets()), targetsKeys));
            meta = files.getFirst().meta();
        }
        SignedRole snapshot = state.snapshot(meta, online);
        files.add(snapshot);
        files.add(state.timestamp(snapshot.meta(), online));
        return files;
    }

    /** Opens a key, and requires that the root names it, because clients accept no other. */
    private static Signer key(VerifiedMetadata before, KeyRole role, SignerProvider signers) throws CcoException {
        Signer key = signers.signer(role);
        if (!before.root().ids().get(role).equals(key.publicKey().id())) {
            throw new UsageException(
                    "this is not the " + role + " key of the repository",
                    "name the key that the newest root names, or replace it with cco release rotate-key");
        }
        return key;
    }

    private Instant now() {
        return clock.instant();
    }
}
