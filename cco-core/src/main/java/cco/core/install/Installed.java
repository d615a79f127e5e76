package cco.core.install;

import cco.core.model.Version;
import java.time.Instant;

/**
 * What the receipt says of one installed version. Its files are listed in a file of their own.
 *
 * @param version the version
 * @param date when it was installed
 * @param executable the program's path inside the version's folder, with slashes
 */
public record Installed(Version version, Instant date, String executable) {}
