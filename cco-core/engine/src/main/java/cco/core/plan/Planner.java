package cco.core.plan;

import cco.core.error.UsageException;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.manifest.Rollout;
import cco.core.model.Channel;
import cco.core.model.Sha256;
import cco.core.model.Version;
import cco.core.plan.UpdatePlan.Change;
import cco.core.plan.UpdatePlan.NotForYou;
import cco.core.plan.UpdatePlan.UpToDate;
import cco.core.trust.TrustedManifest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what an accepted manifest means for one installation. Pure: the same manifest, installation, policy and
 * moment give the same plan. A channel is never followed downwards; an older version is installed only when it is asked
 * for by its number.
 */
public final class Planner {

    private static final BigInteger ROLLOUT_STEPS = BigInteger.valueOf(10_000);
    private static final int STEPS_PER_PERCENT = 100;

    private final LocalPolicy policy;
    private final Instant now;

    public Planner(LocalPolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /**
     * Plans for one installation.
     *
     * @param installed the current version, or nothing for a new app
     * @throws UsageException if the target names a channel or version that the repository does not have
     */
    public UpdatePlan plan(TrustedManifest trusted, Optional<Version> installed, Target target) throws UsageException {
        Manifest manifest = trusted.manifest();
        return switch (target) {
            case Target.Exactly(Version version) -> exactly(manifest, installed, version);
            case Target.Newest(Optional<Channel> channel) ->
                newest(manifest, installed, channel.orElse(policy.channel()));
        };
    }

    private UpdatePlan exactly(Manifest manifest, Optional<Version> installed, Version version) throws UsageException {
        Release release = manifest.release(version)
                .orElseThrow(() -> new UsageException(
                        "there is no version " + version + " of " + manifest.app(),
                        "cco versions " + manifest.app() + " lists what there is"));
        if (installed.filter(version::equals).isPresent()) {
            return new UpToDate(version);
        }
        return offer(release, installed, obstacle(release));
    }

    private UpdatePlan newest(Manifest manifest, Optional<Version> installed, Channel channel) throws UsageException {
        Version version = manifest.latest().get(channel);
        if (version == null) {
            throw new UsageException(
                    "the repository of " + manifest.app() + " has no channel " + channel,
                    manifest.latest().isEmpty()
                            ? "it has no channel at all yet; name a version with --version"
                            : "its channels are "
                                    + String.join(
                                            ", ",
                                            manifest.latest().keySet().stream()
                                                    .map(Channel::value)
                                                    .toList()));
        }
        if (installed.isPresent() && version.compareTo(installed.get()) <= 0) {
            return new UpToDate(installed.get());
        }
        Optional<Release> release = manifest.release(version);
        if (release.isEmpty()) {
            return new NotForYou(version, "its channel names it, but the repository does not describe it yet");
        }
        return offer(release.get(), installed, obstacle(release.get()).or(() -> heldBack(release.get())));
    }

    private UpdatePlan offer(Release release, Optional<Version> installed, Optional<String> obstacle) {
        return obstacle.<UpdatePlan>map(reason -> new NotForYou(release.version(), reason))
                .orElseGet(
                        () -> new Change(installed, release, release.platforms().get(policy.platform())));
    }

    /** What forbids this release on this machine, however it was asked for. */
    private Optional<String> obstacle(Release release) {
        if (release.withdrawn().isPresent()) {
            return Optional.of("it was withdrawn: " + release.withdrawn().get());
        }
        if (!release.platforms().containsKey(policy.platform())) {
            return Optional.of("it has no build for " + policy.platform());
        }
        return release.minimumUpdater()
                .filter(minimum -> policy.updater().compareTo(minimum) < 0)
                .map(minimum -> "it needs cco " + minimum + " or newer, this is " + policy.updater()
                        + "; update cco first: cco update");
    }

    /** What only delays a release that the channel offers. A critical one waits for neither its age nor a roll-out. */
    private Optional<String> heldBack(Release release) {
        if (policy.skipped().contains(release.version())) {
            return Optional.of("it is in updates.skip_versions");
        }
        if (release.critical()) {
            return Optional.empty();
        }
        Duration age = Duration.between(release.date(), now);
        if (!policy.minimumAge().isZero() && age.compareTo(policy.minimumAge()) < 0) {
            return Optional.of("it came out " + release.date() + ", and updates.minimum_age asks to wait until "
                    + release.date().plus(policy.minimumAge()));
        }
        return release.rollout()
                .filter(rollout -> !includes(rollout))
                .map(rollout -> "it is being rolled out, so far to " + rollout.percent() + " % of all installations");
    }

    private boolean includes(Rollout rollout) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(rollout.seed().getBytes(StandardCharsets.UTF_8));
        digest.update(policy.rolloutId().getBytes(StandardCharsets.UTF_8));
        int step = new BigInteger(1, digest.digest()).mod(ROLLOUT_STEPS).intValue();
        return step < rollout.percent() * STEPS_PER_PERCENT;
    }
}
