package cco.core.mirror;

import cco.core.disk.StateWriter;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.fetch.DocumentCache;
import cco.core.json.JsonException;
import cco.core.metadata.MetadataStore;
import cco.core.model.UntrustedBytes;
import cco.core.session.AcceptedManifest;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.ManifestLoader;
import cco.core.session.VerifiedCopy;
import cco.core.trust.GpgMode;
import cco.core.trust.TufMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the manifest and the metadata of a repository, byte for byte as they were accepted. */
record MirrorDocuments(AppSession session, AppSources sources, VerifiedCopy copy) {

    private static final List<String> SIGNATURES = List.of(ManifestLoader.PATH + ".asc", ManifestLoader.PATH + ".sig");

    MirrorPlan plan() throws CcoException {
        SequencedMap<String, byte[]> documents = signatures();
        AcceptedManifest accepted = new ManifestLoader(session).load(sources);
        requireSame(documents, signatures());
        byte[] manifest = new DocumentCache(session.home().manifest(), StateWriter.NEVER)
                .document()
                .orElseThrow(this::changed)
                .bytes();
        accepted.secondName(ManifestLoader.PATH).ifPresent(name -> documents.put(name, manifest));
        documents.put(ManifestLoader.PATH, manifest);
        if (sources.trust() instanceof TufMode) {
            metadata().forEach((name, bytes) -> documents.put("metadata/" + name, bytes));
        }
        return MirrorPlan.of(accepted, documents);
    }

    /** The detached signatures of the manifest, which are no part of it. */
    private SequencedMap<String, byte[]> signatures() throws CcoException {
        SequencedMap<String, byte[]> signatures = new LinkedHashMap<>();
        if (sources.trust() instanceof GpgMode) {
            for (String name : SIGNATURES) {
                Optional<UntrustedBytes> signature = copy.signature(name);
                signature.ifPresent(found -> signatures.put(name, found.bytes()));
            }
        }
        return signatures;
    }

    /** If the publisher signed another manifest meanwhile, signature and manifest might not belong together. */
    private void requireSame(Map<String, byte[]> before, Map<String, byte[]> after) throws SourceException {
        boolean same = before.keySet().equals(after.keySet())
                && before.keySet().stream().allMatch(name -> Arrays.equals(before.get(name), after.get(name)));
        if (!same) {
            throw changed();
        }
    }

    private SequencedMap<String, byte[]> metadata() throws CcoException {
        try {
            return new MetadataStore(session.home().metadata(), StateWriter.NEVER).published();
        } catch (JsonException e) {
            throw changed();
        }
    }

    private SourceException changed() {
        return new SourceException(
                "the repository of " + session.app() + " changed while it was read", "run the same command again");
    }
}
