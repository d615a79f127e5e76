package cco.publisher.repository;

import cco.core.manifest.Archive;
import cco.core.model.Channel;
import cco.core.model.Version;
import java.util.Collections;
import java.util.Map;

/**
 * The result of an {@link AddRequest}.
 *
 * @param archive the published archive
 * @param changed whether anything was published; false if the build was published before
 * @param serial the serial of the manifest
 * @param channels the versions at which the requested channels point now; channels never go back here
 */
public record AddResult(Archive archive, boolean changed, long serial, Map<Channel, Version> channels) {

    public AddResult {
        channels = Collections.unmodifiableMap(channels);
    }
}
