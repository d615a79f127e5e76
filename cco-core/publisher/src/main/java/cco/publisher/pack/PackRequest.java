package cco.publisher.pack;

import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A build to pack.
 *
 * @param folder the folder of the build, whose content becomes the archive's top-level folder
 * @param programs the programs, by their paths in the folder; for Windows, with or without {@code .exe}
 * @param timestamp the time of every file in the archive; the times of the build would make each archive different
 */
public record PackRequest(
        AppName app, Version version, Platform platform, Path folder, Programs programs, Instant timestamp) {

    /** The earliest time of a zip file, for builds that do not set SOURCE_DATE_EPOCH. */
    public static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    public PackRequest {
        timestamp = timestamp.isBefore(EARLIEST) ? EARLIEST : timestamp;
    }

    /** A build whose program has the app's name, at the earliest time. */
    public static PackRequest of(AppName app, Version version, Platform platform, Path folder) {
        return new PackRequest(app, version, platform, folder, Programs.of(app.value()), EARLIEST);
    }

    /** The same request for another folder. */
    PackRequest in(Path other) {
        return new PackRequest(app, version, platform, other, programs, timestamp);
    }

    /** The names of the archive and of its top-level folder. */
    public ArchiveName name() {
        return ArchiveName.of(app, version, platform);
    }
}
