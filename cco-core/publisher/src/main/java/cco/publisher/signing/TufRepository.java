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
import java.util.Optional;

/**
 * The metadata of a release repository, as its publisher changes it (TUF specification 1.0):
 *
 * <pre>
 * metadata/1.root.json and one for each change of a key      whose keys they are
 * metadata/3.targets.json                                    what the releases are
 * metadata/8.snapshot.json, metadata/timestamp.json          which of these is the newest
 * &lt;sha256&gt;.version-manifest.json                             the manifest that belongs to these targets
 * v1.0.0/&lt;sha256&gt;.hello-v1.0.0-linux-x86_64.tar.gz           another name of each archive, and so on
 * </pre>
 *
 * <p>Snapshots are consistent. Archives have their plain names too, which never get another content.
 */
public final class TufRepository {

    private final Path directory;
    private final InstantSource clock;

    /** The metadata in a repository's folder, signed at the clock's time. */
    public TufRepository(Path directory, InstantSource clock) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** Whether a repository has metadata, so that its users see only what is signed. */
    public static boolean hasMetadata(Path directory) {
        return Files.exists(VerifiedMetadata.folder(directory));
    }

    /**
     * Begins the metadata: a root with these keys, and a first, empty state. {@code metadata/1.root.json} is what
     * clients have to be given on a safe way.
     *
     * @throws UsageException if the repository has metadata
     * @throws StorageException if it cannot be written
     */
    public RepositoryStatus init(AppName app, SignerProvider signers, ExpiryPolicy lifetimes) throws CcoException {
        if (hasMetadata(directory)) {
            throw new UsageException(
                    directory + " has metadata already", "sign a release with cco release sign --repository DIR");
        }
        RootBuilder root = RootBuilder.of(app, lifetimes.requireSensible());
        Map<KeyRole, List<Signer>> keys = new EnumMap<>(KeyRole.class);
        for (KeyRole role : KeyRole.values()) {
            keys.put(role, List.of(signers.of(role)));
            root = root.with(role, keys.get(role).getFirst().publicHalf());
        }
        try (MetadataWriter publication = MetadataWriter.begin(directory)) {
            NextState state = new NextState(root, now(), 0, 0, 0);
            SignedRole targets = state.targets(Map.of("targets", Map.of()), keys.get(KeyRole.TARGETS));
            SignedRole snapshot = state.snapshot(targets.meta(), keys.get(KeyRole.ONLINE));
            publication.put(state.root(1, keys.get(KeyRole.ROOT)));
            publication.put(targets);
            publication.put(snapshot);
            publication.put(state.timestamp(snapshot.meta(), keys.get(KeyRole.ONLINE)));
        }
        return RepositoryStatus.of(directory);
    }

    /**
     * Signs what {@code version-manifest.json} says now, with the targets key and then with the online key. The same
     * again signs it anew, for another lifetime.
     *
     * @throws cco.core.error.VerificationException if a file is not what the manifest says or was signed before, if the
     *     manifest goes back, or if the metadata that are there cannot be trusted
     * @throws UsageException if there is nothing to sign, or a key is not the repository's
     * @throws cco.core.error.BusyException if another process is publishing here
     */
    public RepositoryStatus sign(SignerProvider signers) throws CcoException {
        try (MetadataWriter publication = MetadataWriter.begin(directory)) {
            VerifiedMetadata before = VerifiedMetadata.read(directory);
            ManifestFiles catalogue =
                    ManifestFiles.read(directory, before.root().app());
            TargetsBuilder signed = TargetsBuilder.of(directory, catalogue, before.targets());
            NextState state = NextState.after(before, now());
            List<Signer> online = List.of(key(before, KeyRole.ONLINE, signers));
            SignedRole targets = state.targets(signed.members(), List.of(key(before, KeyRole.TARGETS, signers)));
            SignedRole snapshot = state.snapshot(targets.meta(), online);
            SignedRole timestamp = state.timestamp(snapshot.meta(), online);
            publication.putManifest(catalogue.text());
            publication.putTargets(signed.files());
            publication.put(targets);
            publication.put(snapshot);
            publication.put(timestamp);
            VerifiedMetadata after = VerifiedMetadata.read(directory);
            publication.prune(after);
            return RepositoryStatus.of(after);
        }
    }

    /**
     * Renews the timestamp, and the snapshot when half of its life is over; says nothing new. Needs only the online
     * key.
     *
     * @throws CcoException as {@link #sign} says
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

    /** Signs a new root with the same keys, for another lifetime. */
    public RepositoryStatus renewRoot(SignerProvider signers) throws CcoException {
        try (MetadataWriter publication = MetadataWriter.begin(directory)) {
            VerifiedMetadata before = VerifiedMetadata.read(directory);
            NextState state = NextState.after(before, now());
            Signer root = key(before, KeyRole.ROOT, signers);
            publication.put(state.root(before.version(RoleName.ROOT) + 1, List.of(root)));
            return RepositoryStatus.of(directory);
        }
    }

    /**
     * Gives a role another key: a new root, signed by the root key, and if that is the one replaced by the new one too;
     * then what the replaced key had signed. As long as the old key is at hand, both sign, so that clients that know
     * only one of the roots are content at every moment.
     *
     * @param present the keys as they are
     * @param lost whether the old key cannot sign any more; not for the root's, without which there is no new root
     * @throws CcoException as {@link #sign} says
     */
    public RepositoryStatus rotate(KeyRole role, Signer replacement, SignerProvider present, boolean lost)
            throws CcoException {
        try (MetadataWriter publication = MetadataWriter.begin(directory)) {
            VerifiedMetadata before = VerifiedMetadata.read(directory);
            if (before.root().ids().containsValue(replacement.publicHalf().id())) {
                throw new UsageException("the new key is one of the repository's already", "make a new key");
            }
            Optional<Signer> old = lost ? Optional.empty() : Optional.of(key(before, role, present));
            NextState state = NextState.after(before, now()).with(before.root().with(role, replacement.publicHalf()));
            List<Signer> both = new ArrayList<>();
            old.ifPresent(both::add);
            both.add(replacement);
            List<Signer> roots = role == KeyRole.ROOT ? both : List.of(key(before, KeyRole.ROOT, present));
            List<SignedRole> files = new ArrayList<>();
            if (role != KeyRole.ROOT) {
                List<Signer> online = role == KeyRole.ONLINE ? both : List.of(key(before, KeyRole.ONLINE, present));
                files.addAll(resigned(before, state, role == KeyRole.TARGETS ? both : List.of(), online));
            }
            files.add(lost ? 0 : files.size(), state.root(before.version(RoleName.ROOT) + 1, roots));
            for (SignedRole file : files) {
                publication.put(file);
            }
            return RepositoryStatus.of(directory);
        }
    }

    /** What is said stays; by whom is new. */
    private static List<SignedRole> resigned(
            VerifiedMetadata before, NextState state, List<Signer> targetsKeys, List<Signer> online)
            throws CcoException {
        List<SignedRole> files = new ArrayList<>();
        Map<String, Object> meta = before.member(RoleName.SNAPSHOT, "meta");
        if (!targetsKeys.isEmpty()) {
            files.add(state.targets(before.member(RoleName.TARGETS, "targets"), targetsKeys));
            meta = files.getFirst().meta();
        }
        SignedRole snapshot = state.snapshot(meta, online);
        files.add(snapshot);
        files.add(state.timestamp(snapshot.meta(), online));
        return files;
    }

    /** A key that the root does not name would sign what no client accepts. */
    private static Signer key(VerifiedMetadata before, KeyRole role, SignerProvider signers) throws CcoException {
        Signer key = signers.of(role);
        if (!before.root().ids().get(role).equals(key.publicHalf().id())) {
            throw new UsageException(
                    "this is not the " + role + " key of the repository",
                    "name the key that the newest root knows, or replace it with cco release rotate-key");
        }
        return key;
    }

    private Instant now() {
        return clock.instant();
    }
}
