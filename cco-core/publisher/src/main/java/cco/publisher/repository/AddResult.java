package cco.publisher.repository;

import cco.core.manifest.Archive;
import cco.core.model.Channel;
import cco.core.model.Version;
import java.util.Collections;
import java.util.Map;

/**
 * What became of an {@link AddRequest}.
 *
 * @param archive as it is published
 * @param changed false if all of it had been published before, which is a success too
 * @param serial the manifest's
 * @param channels what the requested channels name now; a higher version than the added one if a channel was not to go
 *     back
 */
public record AddResult(Archive archive, boolean changed, long serial, Map<Channel, Version> channels) {

    public AddResult {
        channels = Collections.unmodifiableMap(channels);
    }
}
