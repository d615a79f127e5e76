package cco.core.tuf;

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

    void requireBytes(UntrustedBytes document) throws VerificationException {
        if (length.isPresent() && length.getAsLong() != document.bytes().length) {
            throw MetadataErrors.mixed(
                    document.name(), "it has " + document.bytes().length + " bytes, not " + length.getAsLong());
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
