package cco.publisher.pack;

import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Version;

/**
 * How the files of a version are called, such as {@code hello-v1.2.0-linux-x86_64.tar.gz}.
 *
 * @param stem the name of the archive's top-level folder, and of everything that belongs to the archive
 * @param extension {@code .zip} for Windows, otherwise {@code .tar.gz}
 */
public record ArchiveName(String stem, String extension) {

    /** The name of the archive of an app's version for a platform. */
    public static ArchiveName of(AppName app, Version version, Platform platform) {
        return new ArchiveName(app + "-v" + version + "-" + platform, platform.isWindows() ? ".zip" : ".tar.gz");
    }

    /** The archive's own name. */
    public String archive() {
        return stem + extension;
    }

    /** The name of the list of its files. */
    public String fileList() {
        return stem + ".files.json";
    }
}
