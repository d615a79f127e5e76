package cco.core.plan;

import cco.core.model.Channel;
import cco.core.model.Version;
import java.util.Optional;

/** The release that the user wants. */
public sealed interface Target {

    /**
     * The newest release of a channel that this machine may have.
     *
     * @param channel the channel for this request, or nothing for the configured one
     */
    record Newest(Optional<Channel> channel) implements Target {}

    /**
     * One version, newer or older. Only a withdrawal or a missing build prevents it.
     *
     * @param version the version
     */
    record Exactly(Version version) implements Target {}
}
