package cco.publisher.pack;

import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What to pack.
 *
 * @param folder the build: its content becomes the archive's top-level folder
 * @param executable the program, relative to the folder; for Windows with or without its ending
 * @param timestamp the time of every file in the archive, since that of the build would make each archive another
 */
public record PackRequest(
        AppName app, Version version, Platform platform, Path folder, String executable, Instant timestamp) {

    /** The earliest time that a zip file can hold; for builds that set no SOURCE_DATE_EPOCH. */
    public static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    public PackRequest {
        timestamp = timestamp.isBefore(EARLIEST) ? EARLIEST : timestamp;
    }

    /** An app whose program has its name, at the earliest time. */
    public static PackRequest of(AppName app, Version version, Platform platform, Path folder) {
        return new PackRequest(app, version, platform, folder, app.value(), EARLIEST);
    }

    /** How the archive and its top-level folder are called. */
    public ArchiveName name() {
        return ArchiveName.of(app, version, platform);
    }
}
