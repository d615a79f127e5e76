package cco.publisher.upload;

import java.util.regex.Pattern;

/** The steps of an upload, in their order: a file refers only to files of earlier steps. */
public enum UploadStep {
    /** Archives, file lists, deltas and signatures, whose names nothing refers to yet. */
    VERSIONS,
    /** Metadata with a number, and files that have their digest in the name. */
    METADATA,
    /** The manifest, which makes releases visible without signed metadata. */
    MANIFEST,
    /** The timestamp, which makes signed releases visible. */
    TIMESTAMP,
    /** What people read: pages, scripts, checksums. */
    PAGES;

    private static final Pattern DIGEST_NAME = Pattern.compile("(.*/)?[0-9a-f]{64}\\.[^/]+");

    /** Of a version of the app, or of cco for its install scripts. */
    private static final Pattern OF_VERSION = Pattern.compile("(v[0-9][^/]*|cco)/.+");

    /** Unlike signatures and notes beside them. */
    private static final Pattern UNCHANGING = Pattern.compile(".+\\.(tar\\.[gx]z|zip|files\\.json|delta)");

    /** The step of a file with this path in the repository. */
    static UploadStep of(String path) {
        if (OF_VERSION.matcher(path).matches()) {
            return path.endsWith("/notes.md") ? METADATA : VERSIONS;
        }
        if (path.equals("metadata/timestamp.json")) {
            return TIMESTAMP;
        }
        if (path.matches("version-manifest\\.json(\\.[a-z]+)?")) {
            return MANIFEST;
        }
        return path.startsWith("metadata/") || hasDigest(path) ? METADATA : PAGES;
    }

    /** Whether a file has its digest in its name. */
    static boolean hasDigest(String path) {
        return DIGEST_NAME.matcher(path).matches();
    }

    /** Whether caches may keep a file, because its content never changes. */
    static boolean isUnchanging(String path) {
        return OF_VERSION.matcher(path).matches() && UNCHANGING.matcher(path).matches();
    }

    /** Whether files keep their content, so that equal sizes and times mean equal files. */
    boolean isImmutable() {
        return this == VERSIONS;
    }
}
