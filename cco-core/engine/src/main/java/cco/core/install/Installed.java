package cco.core.install;

import cco.core.manifest.Archive;
import cco.core.model.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * What the receipt says of one installed version. Its files are listed in a file of their own.
 *
 * @param version the version
 * @param date when it was installed
 * @param executable the program's path inside the version's folder, with slashes
 * @param archive the archive that it was unpacked from; unknown for a version that was found without a record
 */
public record Installed(Version version, Instant date, String executable, Optional<Archive> archive) {}
