package cco.core.install;

import cco.core.manifest.Archive;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An installed version in the receipt. Its files are recorded in a separate file.
 *
 * @param version the version
 * @param date the time of installation
 * @param programs its programs, by their paths inside the version's folder, with slashes
 * @param smokeArguments the arguments of its smoke run; empty if it must not be started, absent if that is unknown
 * @param archive the archive that it was unpacked from; empty for a version that was found without a record
 */
public record InstalledVersion(
        Version version,
        Instant date,
        Programs programs,
        Optional<List<String>> smokeArguments,
        Optional<Archive> archive) {}
