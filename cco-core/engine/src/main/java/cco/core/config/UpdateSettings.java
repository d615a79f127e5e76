package cco.core.config;

import cco.core.model.Channel;
import cco.core.model.Version;
import java.time.Duration;
import java.util.List;

/**
 * How one app is to be updated, as the tables {@code [updates]} and {@code [apps.<app>.updates]} together say.
 *
 * @param enabled whether cco looks for updates by itself
 * @param autoInstall whether an update is installed without asking
 * @param checkInterval how often cco looks
 * @param channel which stream of releases is followed
 * @param notifyOnUpdate whether a command mentions a newer version when it ends
 * @param verifySignatures whether more than a checksum is demanded of a release
 * @param sources the ids of the sources, in the order in which they are tried; empty if none is configured
 * @param skipVersions versions that are never installed unless asked for by number
 * @param keepVersions how many versions stay installed, the current one included; at least 1
 * @param minimumAge how old a release must be before it is installed
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
