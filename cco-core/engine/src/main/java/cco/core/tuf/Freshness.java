package cco.core.tuf;

import cco.core.error.ExpiredException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.time.Instant;

/** The version and the expiry date that all metadata has (TUF 4.3). */
record Freshness(long version, Instant expires) {

    static Freshness read(JsonObject signed) throws JsonException {
        Instant expires =
                signed.optionalInstant("expires").orElseThrow(() -> signed.refuse("expires", "a date and time"));
        return new Freshness(version(signed), expires);
    }

    /** Reads a version: a whole number, at least 1. */
    static long version(JsonObject json) throws JsonException {
        long version = json.whole("version");
        if (version < 1) {
            throw json.refuse("version", "at least 1");
        }
        return version;
    }

    void requireNotExpired(String file, Instant now) throws ExpiredException {
        if (!now.isBefore(expires)) {
            throw MetadataErrors.expired(file, expires, now);
        }
    }
}
