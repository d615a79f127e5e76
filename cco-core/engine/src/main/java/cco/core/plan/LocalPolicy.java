package cco.core.plan;

import cco.core.model.Channel;
import cco.core.model.Hold;
import cco.core.model.Platform;
import cco.core.model.Quarantined;
import cco.core.model.Version;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The decisions of this machine, as opposed to those of the publisher.
 *
 * @param platform the platform that archives must be built for
 * @param updater the version of the running cco
 * @param channel the channel that the app follows
 * @param scope which other channels may offer a release
 * @param skipped the versions that the user does not want to be offered
 * @param minimumAge how long a release must have been out before it is offered
 * @param rolloutId the random id that places this installation in staged rollouts; it never leaves the machine
 * @param hold the version that the user keeps, if any
 * @param quarantine the versions that did not work here
 */
public record LocalPolicy(
        Platform platform,
        Version updater,
        Channel channel,
        ChannelScope scope,
        Set<Version> skipped,
        Duration minimumAge,
        String rolloutId,
        Optional<Hold> hold,
        Map<Version, Quarantined> quarantine) {

    /**
     * {@return a policy that restricts nothing}
     *
     * @param platform the platform
     * @param updater the version of cco
     * @param channel the channel
     * @param rolloutId the random id for rollouts
     */
    public static LocalPolicy plain(Platform platform, Version updater, Channel channel, String rolloutId) {
        return new LocalPolicy(
                platform,
                updater,
                channel,
                ChannelScope.INCLUDE_MORE_STABLE,
                Set.of(),
                Duration.ZERO,
                rolloutId,
                Optional.empty(),
                Map.of());
    }
}
