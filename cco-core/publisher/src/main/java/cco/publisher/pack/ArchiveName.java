package cco.publisher.pack;

import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Version;

/**
 * The names of the files of a version, such as {@code hello-v1.2.0-linux-x86_64.tar.gz}.
 *
 * @param stem the name of the top-level folder, with which all file names start
 * @param extension {@code .zip} for Windows, otherwise {@code .tar.gz}
 */
public record ArchiveName(String stem, String extension) {

    /** The name of the archive of an app's version for a platform. */
    public static ArchiveName of(AppName app, Version version, Platform platform) {
        return new ArchiveName(app + "-v" + version + "-" + platform, platform.isWindows() ? ".zip" : ".tar.gz");
    }

    /** The name of the archive. */
    public String archive() {
        return stem + extension;
    }

    /** The name of the same archive, compressed with xz. */
    public String alternate() {
        return stem + ".tar.xz";
    }

    /** The name of the delta from another version. */
    public String delta(Version from) {
        return stem + ".from-" + from + ".delta";
    }

    /** The name of its file list. */
    public String fileList() {
        return stem + ".files.json";
    }
}
