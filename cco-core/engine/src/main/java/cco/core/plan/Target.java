package cco.core.plan;

import cco.core.model.Channel;
import cco.core.model.Version;
import java.util.Optional;

/** Which release the user wants. */
public sealed interface Target {

    /**
     * What a channel points at, if it is newer than what is installed.
     *
     * @param channel the channel for this once, or nothing for the configured one
     */
    record Newest(Optional<Channel> channel) implements Target {}

    /** One version, whether newer or older; a roll-out does not hold it back, a withdrawal does. */
    record Exactly(Version version) implements Target {}
}
