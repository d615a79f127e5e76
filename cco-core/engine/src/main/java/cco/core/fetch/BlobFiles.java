package cco.core.fetch;

import cco.core.disk.FileDigest;
import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import cco.core.model.AppName;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one blob in the cache. While a download is unfinished only names that end in {@code .partial} exist.
 *
 * @param blob the complete file, named by its digest
 * @param partial the bytes that have come so far
 * @param validator which origin they came from, and its tag for that state of the file
 * @param wantedBy the name of the app that it is fetched for; there as long as any of the others
 */
record BlobFiles(Path blob, Path partial, Path validator, Path wantedBy) {

    static final int BUFFER = 1 << 16;

    /** What the name of a note has behind the digest. */
    static final String WANTED_BY = ".wanted-by.partial";

    static BlobFiles of(Path directory, Sha256 sha256) {
        return new BlobFiles(
                directory.resolve(sha256.hex()),
                directory.resolve(sha256.hex() + ".partial"),
                directory.resolve(sha256.hex() + ".validator.partial"),
                directory.resolve(sha256.hex() + WANTED_BY));
    }

    /** Notes for whom the blob is fetched. Not durable: without it, the blob counts as nobody's. */
    void claim(AppName app) throws InstallException {
        try {
            Files.writeString(wantedBy, app.value());
        } catch (IOException e) {
            throw unusable(wantedBy, e);
        }
    }

    /** Ends a fetch that may have brought nothing. */
    void release() throws InstallException {
        try {
            if (!Files.exists(blob) && !Files.exists(partial)) {
                Files.deleteIfExists(wantedBy);
            }
        } catch (IOException e) {
            throw unusable(wantedBy, e);
        }
    }

    /** Deletes all of it, the note last. */
    void delete() throws IOException {
        Files.deleteIfExists(blob);
        Files.deleteIfExists(partial);
        Files.deleteIfExists(validator);
        Files.deleteIfExists(wantedBy);
    }

    /** Whether the complete file is there and still what its name says; a damaged one is deleted. */
    boolean intact(RepositoryFile file) throws InstallException {
        try {
            if (!Files.isRegularFile(blob)) {
                return false;
            }
            boolean intact =
                    Files.size(blob) == file.size() && FileDigest.of(blob).equals(file.sha256());
            if (!intact) {
                Files.delete(blob);
            }
            return intact;
        } catch (IOException e) {
            throw unusable(blob, e);
        }
    }

    static InstallException unusable(Path file, IOException failure) {
        return new InstallException(
                "cannot use " + file + ": " + IoReason.brief(failure),
                "check the permissions of " + file.getParent() + "; everything in it may be deleted",
                failure);
    }
}
