package cco.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Hold;
import cco.core.model.LastAccepted;
import cco.core.model.Platform;
import cco.core.model.Quarantined;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.plan.UpdatePlan.Change;
import cco.core.plan.UpdatePlan.NotForYou;
import cco.core.plan.UpdatePlan.UpToDate;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustedManifest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a channel's versions is offered when the newest one is not available to this machine. */
class ChannelPlanTest {

    private static final Platform LINUX = new Platform("linux-x86_64");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Target NEWEST = new Target.Newest(Optional.empty());
    private static final String DIGEST = "ab".repeat(32);

    private final Map<String, String> latest = new LinkedHashMap<>(Map.of("stable", "1.2.0"));
    private final Map<String, String> versions = new LinkedHashMap<>();

    private Channel channel = Channel.STABLE;
    private ChannelScope scope = ChannelScope.INCLUDE_MORE_STABLE;
    private Set<Version> skipped = Set.of();
    private Duration minimumAge = Duration.ZERO;
    private String rolloutId = "an id";
    private Optional<Hold> hold = Optional.empty();
    private Map<Version, Quarantined> quarantine = Map.of();

    ChannelPlanTest() {
        release("1.0.0", "2026-01-01", "");
        release("1.1.0", "2026-01-10", "");
        release("1.2.0", "2026-01-20", "");
    }

    private void release(String version, String date, String members) {
        versions.put(
                version,
                "{\"date\": \"%sT00:00:00Z\", \"platforms\": {\"linux-x86_64\": {\"url\": \"v%s/a.tar.gz\", "
                                .formatted(date, version)
                        + "\"sha256\": \"%s\", \"size\": 10}}%s}".formatted(DIGEST, members));
    }

    private TrustedManifest manifest() throws CcoException {
        String json = "{\"app\": \"hello\", \"latest\": {%s}, \"versions\": {%s}}"
                .formatted(
                        latest.entrySet().stream()
                                .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                                .collect(Collectors.joining(", ")),
                        versions.entrySet().stream()
                                .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                                .collect(Collectors.joining(", ")));
        UntrustedBytes bytes = new UntrustedBytes("the manifest", json.getBytes(StandardCharsets.UTF_8));
        return new Sha256Mode().accept(bytes, new AppName("hello"), LastAccepted.NOTHING, NOW);
    }

    private Planner planner() {
        return new Planner(
                new LocalPolicy(
                        LINUX, Version.of("0.5.0"), channel, scope, skipped, minimumAge, rolloutId, hold, quarantine),
                NOW);
    }

    private UpdatePlan plan(String installed) throws CcoException {
        return planner().plan(manifest(), Optional.ofNullable(installed).map(Version::of), NEWEST);
    }

    private String offered(String installed) throws CcoException {
        return assertInstanceOf(Change.class, plan(installed)).to().toString();
    }

    @Test
    void newUserDuringRollout_getsVersionForEverybody() throws CcoException {
        release("1.2.0", "2026-01-20", ", \"rollout\": {\"percent\": 0, \"seed\": \"s\"}");
        assertEquals("1.1.0", offered(null));
    }

    @Test
    void rolloutAt30Percent_givesEachNewUserAVersion() throws CcoException {
        release("1.2.0", "2026-01-20", ", \"rollout\": {\"percent\": 30, \"seed\": \"s\"}");
        List<String> offers = IntStream.range(0, 200)
                .mapToObj(i -> {
                    rolloutId = "installation " + i;
                    try {
                        return offered(null);
                    } catch (CcoException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        long newest = offers.stream().filter("1.2.0"::equals).count();
        assertEquals(Set.of("1.1.0", "1.2.0"), Set.copyOf(offers));
        assertTrue(newest > 30 && newest < 90, "30 % of 200, got " + newest);
    }

    @Test
    void frequentReleases_minimumAgeOffersTheRipeOne() throws CcoException {
        release("1.1.0", "2026-02-20", "");
        release("1.2.0", "2026-02-27", "");
        minimumAge = Duration.ofDays(7);
        Change change = assertInstanceOf(Change.class, plan("1.0.0"));
        assertEquals("1.1.0", change.to().toString());
        NotForYou newer = change.newer().orElseThrow();
        assertEquals("1.2.0", newer.version().toString());
        assertTrue(newer.reason().contains("minimum_age"), newer.reason());
    }

    @Test
    void skippedNewest_offersTheVersionBefore() throws CcoException {
        skipped = Set.of(Version.of("1.2.0"));
        assertEquals("1.1.0", offered("1.0.0"));
        assertEquals(
                "1.2.0",
                assertInstanceOf(NotForYou.class, plan("1.1.0")).version().toString());
    }

    @Test
    void newestWithoutBuild_offersTheVersionBefore() throws CcoException {
        versions.put("1.2.0", "{\"date\": \"2026-01-20T00:00:00Z\", \"platforms\": {}}");
        assertEquals("1.1.0", offered("1.0.0"));
    }

    @Test
    void versionAbovePointer_isNotOffered() throws CcoException {
        latest.put("stable", "1.1.0");
        assertEquals("1.1.0", offered("1.0.0"));
        assertEquals(new UpToDate(Version.of("1.1.0")), plan("1.1.0"));
    }

    @Test
    void prerelease_isNoFallbackForStable() throws CcoException {
        release("1.2.0-rc.1", "2026-01-15", "");
        skipped = Set.of(Version.of("1.2.0"), Version.of("1.1.0"));
        assertInstanceOf(NotForYou.class, plan("1.0.0"));
    }

    @Test
    void betaUser_getsNewerStable() throws CcoException {
        latest.put("beta", "1.1.0-beta.1");
        release("1.1.0-beta.1", "2026-01-05", ", \"withdrawn\": \"it eats files\"");
        channel = Channel.BETA;
        assertEquals("1.2.0", offered("1.1.0-beta.1"));
        scope = ChannelScope.ONLY_THIS;
        assertInstanceOf(UpToDate.class, plan("1.1.0-beta.1"));
    }

    @Test
    void nightlyUser_getsNewestOfAllChannels() throws CcoException {
        latest.put("beta", "1.3.0-beta.2");
        latest.put("nightly", "1.3.0-nightly.7");
        release("1.3.0-beta.2", "2026-02-01", "");
        release("1.3.0-nightly.7", "2026-02-02", "");
        channel = Channel.NIGHTLY;
        assertEquals("1.3.0-nightly.7", offered("1.2.0"));
        channel = Channel.BETA;
        assertEquals("1.3.0-beta.2", offered("1.2.0"));
    }

    @Test
    void channelNotYetUsed_givesTheMoreStableOne() throws CcoException {
        channel = Channel.BETA;
        assertEquals("1.2.0", offered("1.0.0"));
    }

    @Test
    void channelsMember_decidesWhereAVersionBelongs() throws CcoException {
        release("1.1.0", "2026-01-10", ", \"channels\": [\"beta\"]");
        skipped = Set.of(Version.of("1.2.0"));
        assertInstanceOf(NotForYou.class, plan("1.0.0"));
        latest.put("beta", "1.1.0");
        channel = Channel.BETA;
        assertEquals("1.1.0", offered("1.0.0"));
    }

    @Test
    void ownChannel_includesNoOther() throws CcoException {
        latest.put("lts", "1.0.0");
        channel = new Channel("lts");
        assertInstanceOf(UpToDate.class, plan("1.0.0"));
        release("0.9.0", "2025-12-01", ", \"channels\": [\"lts\"]");
        skipped = Set.of(Version.of("1.0.0"));
        assertEquals("0.9.0", offered("0.8.0"));
    }

    @ParameterizedTest
    @CsvSource({"ROLLBACK, you rolled back", "VERSION, you chose this version", "REQUEST, you ran `cco hold`"})
    void heldApp_staysAndSaysWhy(Hold.Cause cause, String reason) throws CcoException {
        hold = Optional.of(new Hold(Version.of("1.0.0"), NOW, cause));
        NotForYou held = assertInstanceOf(NotForYou.class, plan("1.0.0"));
        assertEquals(
                "hello has been held at 1.0.0 since 2026-03-01 because " + reason
                        + "; run `cco unhold hello` to update it again",
                held.reason());
        Target named = new Target.Exactly(Version.of("1.2.0"));
        assertInstanceOf(Change.class, planner().plan(manifest(), Optional.of(Version.of("1.0.0")), named));
    }

    @Test
    void quarantinedArchive_isNotTriedAgain() throws CcoException {
        quarantine(DIGEST);
        Change change = assertInstanceOf(Change.class, plan("1.0.0"));
        assertEquals("1.1.0", change.to().toString());
        assertTrue(change.newer().orElseThrow().reason().contains("did not work on this machine on 2026-03-01"));
        Target named = new Target.Exactly(Version.of("1.2.0"));
        assertInstanceOf(Change.class, planner().plan(manifest(), Optional.of(Version.of("1.0.0")), named));
    }

    @Test
    void quarantineOfAnotherArchive_doesNotCount() throws CcoException {
        quarantine("cd".repeat(32));
        assertEquals("1.2.0", offered("1.0.0"));
    }

    private void quarantine(String sha256) {
        Version version = Version.of("1.2.0");
        quarantine = Map.of(version, new Quarantined(version, new Sha256(sha256), NOW, "exits with 1"));
    }

    @Test
    void withdrawnVersion_hasAnAlternative() throws CcoException {
        release("1.2.0", "2026-01-20", ", \"withdrawn\": \"it eats files\"");
        assertEquals(Optional.of(Version.of("1.1.0")), planner().alternative(manifest(), Version.of("1.2.0")));
    }
}
