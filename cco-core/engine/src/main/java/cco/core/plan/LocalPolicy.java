package cco.core.plan;

import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.time.Duration;
import java.util.Set;

/**
 * What is decided on this machine, as opposed to by the publisher.
 *
 * @param platform what archives must be built for
 * @param updater the version of the running cco
 * @param channel the channel that is followed
 * @param skipped versions that the user does not want to be offered
 * @param minimumAge how long a release must have been out before it is offered
 * @param rolloutId a random text that places this installation in staged roll-outs; it never leaves the machine
 */
public record LocalPolicy(
        Platform platform,
        Version updater,
        Channel channel,
        Set<Version> skipped,
        Duration minimumAge,
        String rolloutId) {}
