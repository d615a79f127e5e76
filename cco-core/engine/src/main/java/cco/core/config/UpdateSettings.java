package cco.core.config;

import cco.core.model.Channel;
import cco.core.model.Version;
import java.time.Duration;
import java.util.List;

/**
 * The update settings of an app, from {@code [updates]} and {@code [apps.<app>.updates]}.
 *
 * @param enabled whether to check for updates in the background
 * @param autoInstall whether to install updates without asking
 * @param checkInterval how often to check
 * @param channel the channel to follow
 * @param notifyOnUpdate whether to mention available updates after a command
 * @param verifySignatures whether to require signed releases
 * @param sources the ids of the sources, tried in order
 * @param skipVersions versions to skip, unless the user asks for one
 * @param keepVersions how many versions to keep, including the current one; at least 1
 * @param minimumAge the age that a release must have
 * @param strictChannel whether to ignore releases of more stable channels
 */
public record UpdateSettings(
        boolean enabled,
        boolean autoInstall,
        CheckInterval checkInterval,
        Channel channel,
        boolean notifyOnUpdate,
        boolean verifySignatures,
        List<String> sources,
        List<Version> skipVersions,
        int keepVersions,
        Duration minimumAge,
        boolean strictChannel) {}
