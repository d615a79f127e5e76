package cco.publisher.signing;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.manifest.Archive;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.UntrustedBytes;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The manifest in the repository, and the files that it names.
 *
 * @param text the manifest, byte for byte
 * @param serial 0 if it has none
 * @param files the size and digest of each archive and each file list in the manifest, by path
 * @param checksums the files with checksums, by path
 */
record ManifestFiles(byte[] text, long serial, SortedMap<String, TargetInfo> files, SortedMap<String, Path> checksums) {

    /**
     * Reads the manifest.
     *
     * @throws UsageException if the repository has no manifest yet
     * @throws VerificationException if it belongs to another app
     */
    static ManifestFiles read(Path repository, AppName app) throws CcoException {
        Path file = repository.resolve(ReleaseRepository.MANIFEST);
        if (!Files.exists(file)) {
            throw new UsageException(repository + " has no release to sign", "publish one with cco release add");
        }
        byte[] text = bytes(file);
        Manifest manifest = ManifestReader.read(new UntrustedBytes(file.toString(), text), app);
        if (!manifest.app().equals(app)) {
            throw new VerificationException(
                    file + " is the manifest of " + manifest.app() + ", but the keys belong to " + app,
                    "sign each app's releases in its own repository");
        }
        SortedMap<String, TargetInfo> files = new TreeMap<>();
        SortedMap<String, Path> checksums = new TreeMap<>();
        for (Release release : manifest.versions().values()) {
            release.platforms().values().forEach(archive -> add(files, archive));
            String path = "checksums/v" + release.version() + ".sha256";
            if (Files.isRegularFile(repository.resolve(path))) {
                checksums.put(path, repository.resolve(path));
            }
        }
        return new ManifestFiles(text, manifest.serial().orElse(0), files, checksums);
    }

    private static void add(SortedMap<String, TargetInfo> files, Archive archive) {
        archive.everyFile().forEach(file -> files.put(file.path(), new TargetInfo(file.size(), file.sha256())));
    }

    private static byte[] bytes(Path file) throws SourceException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SourceException(
                    IoReason.explain("cannot read the manifest", e), "check the repository's permissions", e);
        }
    }
}
