package cco.core.session;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileDigest;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.fetch.VerifiedBlob;
import cco.core.model.RepositoryFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Downloads archives of any platform, verified as for an installation, and puts them into a folder. */
public final class ArchiveExport {

    private final AppSession session;
    private final VerifiedCopy copy;

    /** An export from the sources of a session's app. */
    public ArchiveExport(AppSession session, AppSources sources) {
        this.session = session;
        this.copy = new VerifiedCopy(session, sources);
    }

    /**
     * Downloads an archive or alternate to a file, unless the file has that content already.
     *
     * @throws CcoException if no source has it, it is refused, or the file cannot be written
     */
    public void export(AcceptedManifest accepted, RepositoryFile archive, Path file) throws CcoException {
        accepted.verifyTarget(archive);
        try {
            if (Files.exists(file) && FileDigest.of(file).equals(archive.sha256())) {
                return;
            }
            VerifiedBlob blob = copy.download(accepted, archive);
            write(blob, file);
            blob.discard(session.listener());
        } catch (IOException e) {
            throw new InstallException(
                    "cannot write " + file + ": " + IoReason.brief(e),
                    "check the free space and the permissions there",
                    e);
        }
    }

    private static void write(VerifiedBlob blob, Path file) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        DurableFiles.createDirectories(file.getParent());
        Files.deleteIfExists(temporary);
        try (InputStream content = Files.newInputStream(blob.path())) {
            DurableFiles.create(temporary, content);
        }
        DurableFiles.move(temporary, file);
    }
}
