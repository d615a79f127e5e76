package cco.tuf;

import cco.core.disk.DurableFiles;
import cco.core.disk.StateWriter;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.metadata.MetadataStore;
import cco.core.metadata.StoredSignatures;
import cco.core.metadata.TufUpdater;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataRequest;
import cco.core.tuf.RootChain;
import cco.core.tuf.TargetFile;
import cco.core.tuf.TrustedTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line that tuf-conformance drives: {@code init}, {@code refresh} and {@code download}. The root from
 * {@code init} is stored separately, as the anchor of every later run.
 */
final class TufClient {

    private final Map<String, List<String>> options;
    private StoredSignatures signatures;

    private TufClient(Map<String, List<String>> options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (CcoException e) {
            System.err.println("tuf-client: error: " + e.getMessage());
            System.exit(1);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("tuf-client: error: " + e);
            System.exit(1);
        }
    }

    /** Runs one command. */
    static void run(String... arguments) throws CcoException, IOException {
        Map<String, List<String>> options = new HashMap<>();
        int at = 0;
        while (at + 1 < arguments.length && arguments[at].startsWith("--")) {
            options.computeIfAbsent(arguments[at], name -> new ArrayList<>()).add(arguments[at + 1]);
            at += 2;
        }
        TufClient client = new TufClient(options);
        switch (at < arguments.length ? arguments[at] : "") {
            case "init" -> client.init(Path.of(arguments[at + 1]));
            case "refresh" -> client.refresh(client.updater());
            case "download" -> client.download(client.values("--target-name"));
            default -> throw new IllegalArgumentException("init, refresh or download");
        }
    }

    private void init(Path root) throws IOException {
        byte[] bytes = Files.readAllBytes(root);
        DurableFiles.write(anchor(), bytes);
        DurableFiles.write(metadata().resolve("root.json"), bytes);
    }

    /** Downloads all targets in one state of the repository, and stops at the first that fails. */
    private void download(List<String> paths) throws CcoException, IOException {
        TufUpdater updater = updater();
        TrustedTargets trusted = refresh(updater);
        for (String path : paths) {
            TargetFile target = updater.find(trusted, path)
                    .orElseThrow(() -> new SourceException("no trusted role lists " + path, "check the name"));
            download(trusted, target);
        }
    }

    private TrustedTargets refresh(TufUpdater updater) throws CcoException {
        TrustedTargets targets = updater.refresh(Instant.now());
        signatures.store();
        return targets;
    }

    private void download(TrustedTargets trusted, TargetFile target) throws CcoException, IOException {
        Path copy = Path.of(option("--target-dir")).resolve(target.fileName());
        if (Files.exists(copy) && isCurrent(target, copy)) {
            return;
        }
        MetadataRequest request = new MetadataRequest(trusted.location(target), Math.toIntExact(target.length()));
        UntrustedBytes document = new HttpFiles(option("--target-base-url"))
                .fetch(request)
                .orElseThrow(() -> new SourceException("the repository has no " + request.file(), "try another"));
        target.require(document);
        DurableFiles.write(copy, document.bytes());
    }

    private static boolean isCurrent(TargetFile target, Path copy) throws IOException {
        return target.isSameAs(new UntrustedBytes(copy.toString(), Files.readAllBytes(copy)));
    }

    private TufUpdater updater() throws IOException, CcoException {
        signatures = new StoredSignatures(anchor().resolveSibling("signatures"), StateWriter.ALWAYS);
        UntrustedBytes anchor = new UntrustedBytes(anchor().toString(), Files.readAllBytes(anchor()));
        return new TufUpdater(
                RootChain.anchoredIn(anchor, signatures),
                new MetadataStore(metadata()),
                new HttpFiles(option("--metadata-url")));
    }

    private Path metadata() {
        return Path.of(option("--metadata-dir"));
    }

    private Path anchor() {
        return metadata().resolve("anchor").resolve("root.json");
    }

    private String option(String name) {
        return values(name).getLast();
    }

    private List<String> values(String name) {
        if (!options.containsKey(name)) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return options.get(name);
    }
}
