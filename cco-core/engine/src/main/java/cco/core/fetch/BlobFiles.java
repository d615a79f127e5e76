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
 * The files of one blob in the cache. An unfinished download only has names that end in {@code .partial}.
 *
 * @param blob the complete file, named by its digest
 * @param partial the bytes so far
 * @param validator their origin and its tag
 * @param wantedBy the name of the app, kept as long as any of the others
 */
record BlobFiles(Path blob, Path partial, Path validator, Path wantedBy) {

    static final int BUFFER = 1 << 16;

    /** The suffix of {@link #wantedBy}. */
    static final String WANTED_BY = ".wanted-by.partial";

    static BlobFiles of(Path directory, Sha256 sha256) {
        return new BlobFiles(
                directory.resolve(sha256.hex()),
                directory.resolve(sha256.hex() + ".partial"),
                directory.resolve(sha256.hex() + ".validator.partial"),
                directory.resolve(sha256.hex() + WANTED_BY));
    }

    /** Records the app. Not durable: without a record, any cleanup may delete the blob. */
    void claim(AppName app) throws InstallException {
        try {
            Files.writeString(wantedBy, app.value());
        } catch (IOException e) {
            throw unusable(wantedBy, e);
        }
    }

    /** Removes the record if the download brought nothing. */
    void release() throws InstallException {
        try {
            if (!Files.exists(blob) && !Files.exists(partial)) {
                Files.deleteIfExists(wantedBy);
            }
        } catch (IOException e) {
            throw unusable(wantedBy, e);
        }
    }

    /** Deletes all files, the record of the app last. */
    void delete() throws IOException {
        Files.deleteIfExists(blob);
        Files.deleteIfExists(partial);
        Files.deleteIfExists(validator);
        Files.deleteIfExists(wantedBy);
    }

    /** Returns whether the complete file is there and undamaged. A damaged one is deleted. */
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
