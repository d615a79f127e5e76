package cco.core.tuf;

import cco.core.disk.BrokenTransfer;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.UntrustedBytes;
import java.util.Optional;
import java.util.OptionalLong;

/** An entry for a metadata file in timestamp or snapshot (TUF 4.4): its version, and optionally length and digests. */
record MetaFile(long version, OptionalLong length, Optional<Hashes> hashes) {

    static MetaFile read(JsonObject json) throws JsonException {
        Optional<Hashes> hashes =
                json.optionalObject("hashes").isPresent() ? Optional.of(Hashes.read(json)) : Optional.empty();
        return new MetaFile(Freshness.version(json), json.optionalWhole("length"), hashes);
    }

    /** The number of bytes to read at most: the listed length, or the limit of the role if that is lower. */
    int limit(int roleLimit) {
        return (int) Math.min(roleLimit, length.orElse(roleLimit));
    }

    void requireBytes(UntrustedBytes document) throws SourceException, VerificationException {
        int found = document.bytes().length;
        if (length.isPresent() && length.getAsLong() != found) {
            Optional<SourceException> broken =
                    BrokenTransfer.explain(document.name(), document.bytes(), found, length.getAsLong());
            if (broken.isPresent()) {
                throw broken.get();
            }
            throw MetadataErrors.mixed(document.name(), "it has " + found + " bytes, not " + length.getAsLong());
        }
        if (hashes.isPresent() && !hashes.get().match(document.bytes())) {
            throw MetadataErrors.mixed(document.name(), "its digest differs from the listed one");
        }
    }

    void requireVersion(String file, long found) throws VerificationException {
        if (found != version) {
            throw MetadataErrors.mixed(file, "it is version " + found + ", not " + version);
        }
    }
}
