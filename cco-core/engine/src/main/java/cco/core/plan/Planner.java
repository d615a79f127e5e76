package cco.core.plan;

import cco.core.error.UsageException;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.manifest.Rollout;
import cco.core.model.Channel;
import cco.core.model.Hold;
import cco.core.model.Quarantined;
import cco.core.model.Sha256;
import cco.core.model.UtcTime;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what an accepted manifest means for one installation. Pure: the same manifest, installation, policy and time
 * give the same plan. It offers the newest release of the channel that this machine may have, and an older version than
 * the installed one only if the user names it.
 */
public final class Planner {

    private static final BigInteger ROLLOUT_STEPS = BigInteger.valueOf(10_000);
    private static final int STEPS_PER_PERCENT = 100;

    private final LocalPolicy policy;
    private final Instant now;

    /**
     * A planner for the policy of a machine at a time.
     *
     * @param policy the local policy
     * @param now the current time
     */
    public Planner(LocalPolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /**
     * Plans for one installation.
     *
     * @param trusted the accepted manifest
     * @param installed the current version, or nothing for a new app
     * @param target the target
     * @return the plan
     * @throws UsageException if the target names a channel or version that the repository does not have
     */
    public UpdatePlan plan(TrustedManifest trusted, Optional<Version> installed, Target target) throws UsageException {
        Manifest manifest = trusted.manifest();
        return switch (target) {
            case Target.Exactly(Version version) -> exactly(manifest, installed, version);
            case Target.Newest(Optional<Channel> channel) ->
                held(manifest, installed, newest(manifest, installed, channel.orElse(policy.channel())));
        };
    }

    private UpdatePlan exactly(Manifest manifest, Optional<Version> installed, Version version) throws UsageException {
        Release release = manifest.release(version)
                .orElseThrow(() -> new UsageException(
                        "there is no version " + version + " of " + manifest.app(),
                        "run `cco versions " + manifest.app() + "` for a list"));
        if (installed.filter(version::equals).isPresent()) {
            return new UpToDate(version);
        }
        return obstacle(release)
                .<UpdatePlan>map(reason -> new NotForYou(version, reason))
                .orElseGet(() -> change(installed, release, Optional.empty()));
    }

    private UpdatePlan newest(Manifest manifest, Optional<Version> installed, Channel channel) throws UsageException {
        Optional<NotForYou> newest = Optional.empty();
        for (Version version : ChannelVersions.of(manifest, channels(manifest, channel))) {
            if (installed.isPresent() && version.compareTo(installed.get()) <= 0) {
                break;
            }
            Optional<String> reason = reasonAgainst(manifest, version);
            if (reason.isEmpty()) {
                return change(installed, manifest.release(version).orElseThrow(), newest);
            }
            if (newest.isEmpty()) {
                newest = Optional.of(new NotForYou(version, reason.get()));
            }
        }
        return newest.<UpdatePlan>map(held -> held).orElseGet(() -> new UpToDate(installed.orElseThrow()));
    }

    private List<Channel> channels(Manifest manifest, Channel channel) throws UsageException {
        List<Channel> channels = ChannelVersions.channels(manifest, channel, policy.scope());
        if (channels.isEmpty()) {
            throw new UsageException(
                    "the repository of " + manifest.app() + " has no channel " + channel,
                    manifest.latest().isEmpty()
                            ? "it has no channel yet; name a version with --version"
                            : "its channels are "
                                    + manifest.latest().keySet().stream()
                                            .map(Channel::value)
                                            .collect(Collectors.joining(", ")));
        }
        return channels;
    }

    private Change change(Optional<Version> installed, Release release, Optional<NotForYou> newer) {
        return new Change(installed, release, release.platforms().get(policy.platform()), newer);
    }

    /** While a hold lasts, only named versions are offered. */
    private UpdatePlan held(Manifest manifest, Optional<Version> installed, UpdatePlan plan) {
        if (policy.hold().isEmpty() || installed.isEmpty() || !(plan instanceof Change change)) {
            return plan;
        }
        Hold hold = policy.hold().get();
        return new NotForYou(
                change.to(),
                manifest.app() + " has been held at " + hold.version() + " since " + UtcTime.day(hold.since())
                        + " because " + hold.cause().reason() + "; run `cco unhold " + manifest.app()
                        + "` to update it again");
    }

    /**
     * The newest version below a withdrawn one that this machine may have.
     *
     * @param trusted the accepted manifest
     * @param withdrawn the withdrawn version
     * @return nothing if the channel has none
     */
    public Optional<Version> alternative(TrustedManifest trusted, Version withdrawn) {
        Manifest manifest = trusted.manifest();
        List<Channel> channels = ChannelVersions.channels(manifest, policy.channel(), policy.scope());
        return ChannelVersions.of(manifest, channels).stream()
                .filter(version -> version.compareTo(withdrawn) < 0)
                .filter(version -> reasonAgainst(manifest, version).isEmpty())
                .findFirst();
    }

    private Optional<String> reasonAgainst(Manifest manifest, Version version) {
        Optional<Release> release = manifest.release(version);
        if (release.isEmpty()) {
            return Optional.of("its channel points at it, but the repository does not list it yet");
        }
        return obstacle(release.get()).or(() -> delay(release.get()));
    }

    /** What prevents a release on this machine even if the user names it. */
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

    /** What delays a release unless the user names it. A critical one ignores its age and its rollout. */
    private Optional<String> delay(Release release) {
        if (policy.skipped().contains(release.version())) {
            return Optional.of("it is in updates.skip_versions");
        }
        Quarantined failed = policy.quarantine().get(release.version());
        if (failed != null
                && failed.sha256()
                        .equals(release.platforms()
                                .get(policy.platform())
                                .file()
                                .sha256())) {
            return Optional.of("it did not work on this machine on " + UtcTime.day(failed.since())
                    + "; name it with --version to try it again");
        }
        return release.critical() ? Optional.empty() : age(release).or(() -> rollout(release));
    }

    private Optional<String> age(Release release) {
        Duration age = Duration.between(release.date(), now);
        if (policy.minimumAge().isZero() || age.compareTo(policy.minimumAge()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(
                "it was released at " + UtcTime.minute(release.date()) + ", so updates.minimum_age delays it until "
                        + UtcTime.minute(release.date().plus(policy.minimumAge())));
    }

    private Optional<String> rollout(Release release) {
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
