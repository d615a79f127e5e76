package cco.publisher.upload;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.publisher.repository.BundleFolder;
import cco.publisher.signing.SignedNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of a repository to upload; hidden ones stay here.
 *
 * @param root the folder of the repository
 * @param sizes the size of each file, by path
 */
public record UploadFiles(Path root, TreeMap<String, Long> sizes) {

    /**
     * Lists the files of a repository.
     *
     * @throws StorageException if a folder cannot be read
     */
    public static UploadFiles of(Path repository) throws StorageException {
        Path root = repository.toAbsolutePath().normalize();
        TreeMap<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".") && !path.contains("/.")) {
                    sizes.put(path, Files.size(file));
                }
            }
        } catch (IOException e) {
            throw new StorageException(IoReason.explain("cannot read " + root, e), "check its permissions", e);
        }
        return new UploadFiles(root, sizes);
    }

    /** The paths of each step, in order. */
    Map<UploadStep, List<String>> steps() {
        Map<UploadStep, List<String>> steps = new EnumMap<>(UploadStep.class);
        for (String path : sizes.keySet()) {
            steps.computeIfAbsent(UploadStep.of(path), _ -> new ArrayList<>()).add(path);
        }
        return steps;
    }

    /**
     * The files of a destination that belong to states of the repository that no client reads any more: old metadata,
     * names with a digest that no kept metadata lists, and old archives of cco. Anything else there stays.
     */
    List<String> obsolete(Collection<String> present) throws CcoException {
        Set<String> kept = new TreeSet<>(sizes.keySet());
        kept.addAll(SignedNames.of(root));
        Set<String> bundles = new TreeSet<>(kept);
        bundles.addAll(present);
        List<String> oldBundles = BundleFolder.superseded(bundles);
        boolean signed = sizes.containsKey("metadata/timestamp.json");
        return present.stream()
                .filter(path -> signed && !kept.contains(path))
                .filter(path -> UploadStep.hasDigest(path)
                        || path.matches("metadata/[0-9]+\\.(targets|snapshot)\\.json")
                        || oldBundles.contains(path))
                .sorted()
                .toList();
    }
}
