package cco.core.model;

import java.time.Instant;

/**
 * An archive that was installed and did not work on this machine. cco does not try it again by itself.
 *
 * @param version the version
 * @param sha256 the digest of the archive; another archive of the version is tried again
 * @param since when it failed
 * @param reason how it failed
 */
public record Quarantined(Version version, Sha256 sha256, Instant since, String reason) {}
