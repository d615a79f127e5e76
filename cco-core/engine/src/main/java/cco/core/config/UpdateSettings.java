package cco.core.config;

import cco.core.model.Channel;
import cco.core.model.Version;
import java.time.Duration;
import java.util.List;

/**
 * The update settings of one app, from the tables {@code [apps.<app>.updates]} and {@code [updates]}.
 *
 * @param enabled whether cco checks for updates in the background
 * @param autoInstall whether background checks install updates without asking
 * @param checkInterval how often cco checks
 * @param channel the release channel to follow
 * @param notifyOnUpdate whether a command mentions a newer version when it ends
 * @param verifySignatures whether releases must be signed
 * @param sources the ids of the sources, in the order to try them; empty if none is configured
 * @param skipVersions versions that are installed only by an explicit request
 * @param keepVersions how many versions stay installed, including the current one; at least 1
 * @param minimumAge the minimum age of a release
 * @param strictChannel whether releases of more stable channels are ignored
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
