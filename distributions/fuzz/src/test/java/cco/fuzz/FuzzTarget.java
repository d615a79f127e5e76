package cco.fuzz;

import cco.core.archive.ChecksumsFuzz;
import cco.core.config.ConfigFuzz;
import cco.core.delta.DeltaFuzz;
import cco.core.install.StateFuzz;
import cco.core.schedule.ScheduleFuzz;
import cco.core.tuf.MetadataFuzz;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The parsers. A target lets only the exceptions through that its parser does not document, and checks that a document
 * stays the same when it is written and read again.
 */
enum FuzzTarget {
    CHECKSUMS(ChecksumsFuzz::run),
    CONFIG(ConfigFuzz::run),
    DELTA(DeltaFuzz::container),
    DELTA_STREAMS(DeltaFuzz::streams),
    FILE_LIST(DocumentFuzz::fileList),
    GZIP(ArchiveFuzz::gzip),
    IMAGE(DeltaFuzz::image),
    JSON(DocumentFuzz::json),
    KEYRING(OpenPgpFuzz::keyring),
    MANIFEST(DocumentFuzz::manifest),
    METADATA(MetadataFuzz::run),
    SCHEDULE(ScheduleFuzz::run),
    SIGNATURE(OpenPgpFuzz::signature),
    STATE(StateFuzz::run),
    TAR(ArchiveFuzz::tar),
    TOML(DocumentFuzz::toml),
    ZIP(ArchiveFuzz::zip);

    /** Parses one input. */
    @FunctionalInterface
    private interface Parser {
        void run(byte[] input) throws Exception;
    }

    private final Parser parser;

    FuzzTarget(Parser parser) {
        this.parser = parser;
    }

    /** The target that the system property {@code cco.fuzz} names. */
    static FuzzTarget chosen() {
        return valueOf(System.getProperty("cco.fuzz").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    void run(byte[] input) throws Exception {
        parser.run(input);
    }

    /** The inputs that each build runs. */
    Path corpus() {
        return Path.of("src/test/corpus", toString());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
