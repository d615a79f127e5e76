package cco.publisher.site;

import cco.core.disk.FileDigest;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The optional files of a repository, which decide what a page can tell users.
 *
 * @param shellScript whether there is an {@code install.sh}
 * @param powerShellScript whether there is an {@code install.ps1}
 * @param root the digest of {@code metadata/1.root.json}, if the repository is signed
 */
record RepositoryContents(boolean shellScript, boolean powerShellScript, Optional<Sha256> root) {

    static final String ROOT = "metadata/1.root.json";

    static RepositoryContents of(Path repository) throws IOException {
        Path root = repository.resolve(ROOT);
        return new RepositoryContents(
                Files.isRegularFile(repository.resolve("install.sh")),
                Files.isRegularFile(repository.resolve("install.ps1")),
                Files.isRegularFile(root) ? Optional.of(FileDigest.of(root)) : Optional.empty());
    }
}
