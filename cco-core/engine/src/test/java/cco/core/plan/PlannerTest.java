package cco.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.LastAccepted;
import cco.core.model.Platform;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private static final Platform LINUX = new Platform("linux-x86_64");
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final Target STABLE = new Target.Newest(Optional.empty());
    private static final LocalPolicy PLAIN = LocalPolicy.plain(LINUX, Version.of("0.5.0"), Channel.STABLE, "an id");

    private static LocalPolicy policy(Set<Version> skipped, Duration minimumAge) {
        return new LocalPolicy(
                LINUX,
                Version.of("0.5.0"),
                Channel.STABLE,
                ChannelScope.INCLUDE_MORE_STABLE,
                skipped,
                minimumAge,
                "an id",
                Optional.empty(),
                Map.of());
    }

    private static TrustedManifest manifest(String latest, String version, String members) throws CcoException {
        String json = """
                {"app": "hello", "latest": {"stable": "%s"}, "versions": {"%s": {"date": "2026-01-30T00:00:00Z",
                 "platforms": {"linux-x86_64": {"url": "v%s/hello.tar.gz", "sha256": "%s", "size": 10}}%s}}}
                """.formatted(latest, version, version, "ab".repeat(32), members);
        UntrustedBytes bytes = new UntrustedBytes("the manifest", json.getBytes(StandardCharsets.UTF_8));
        return new Sha256Mode().accept(bytes, new AppName("hello"), LastAccepted.NOTHING, NOW);
    }

    private static UpdatePlan plan(LocalPolicy policy, String members, String installed, Target target)
            throws CcoException {
        return new Planner(policy, NOW)
                .plan(
                        manifest("1.1.0", "1.1.0", members),
                        Optional.ofNullable(installed).map(Version::of),
                        target);
    }

    private static String reason(UpdatePlan plan) {
        return assertInstanceOf(NotForYou.class, plan).reason();
    }

    @ParameterizedTest
    @CsvSource({"1.0.0", "1.1.0-rc.1", "0.9.10", "1.0.99"})
    void olderVersion_isUpdated(String installed) throws CcoException {
        Change change = assertInstanceOf(Change.class, plan(PLAIN, "", installed, STABLE));
        assertEquals("1.1.0", change.to().toString());
        assertEquals(installed, change.from().orElseThrow().toString());
        assertEquals("v1.1.0/hello.tar.gz", change.archive().file().path());
        assertFalse(change.isDowngrade());
    }

    @ParameterizedTest
    @CsvSource({"1.1.0", "1.1.1", "2.0.0-beta.1"})
    void newerThanChannel_isUpToDate(String installed) throws CcoException {
        assertEquals(new UpToDate(Version.of(installed)), plan(PLAIN, "", installed, STABLE));
    }

    @Test
    void namedOlderVersion_isDowngrade() throws CcoException {
        UpdatePlan plan = plan(PLAIN, "", "2.0.0", new Target.Exactly(Version.of("1.1.0")));
        assertTrue(assertInstanceOf(Change.class, plan).isDowngrade());
    }

    @Test
    void newApp_getsNewest() throws CcoException {
        assertEquals(
                Optional.empty(),
                assertInstanceOf(Change.class, plan(PLAIN, "", null, STABLE)).from());
    }

    @Test
    void unknownVersionOrChannel_isUsageError() {
        assertThrows(UsageException.class, () -> plan(PLAIN, "", "1.0.0", new Target.Exactly(Version.of("3.0.0"))));
        Target lts = new Target.Newest(Optional.of(new Channel("lts")));
        UsageException refusal = assertThrows(UsageException.class, () -> plan(PLAIN, "", "1.0.0", lts));
        assertTrue(refusal.hint().contains("stable"), refusal.hint());
    }

    @Test
    void undescribedVersion_isHeldBack() throws CcoException {
        UpdatePlan plan =
                new Planner(PLAIN, NOW).plan(manifest("1.2.0", "1.1.0", ""), Optional.of(Version.of("1.1.0")), STABLE);
        assertTrue(reason(plan).contains("does not list"));
    }

    @Test
    void withdrawnVersion_isRefusedEvenIfNamed() throws CcoException {
        String withdrawn = ", \"withdrawn\": \"it eats files\", \"critical\": true";
        Target named = new Target.Exactly(Version.of("1.1.0"));
        assertTrue(reason(plan(PLAIN, withdrawn, "1.0.0", STABLE)).contains("it eats files"));
        assertTrue(reason(plan(PLAIN, withdrawn, "1.0.0", named)).contains("it eats files"));
    }

    @Test
    void missingPlatform_isNamed() throws CcoException {
        LocalPolicy mac = LocalPolicy.plain(new Platform("darwin-arm64"), Version.of("0.5.0"), Channel.STABLE, "an id");
        assertTrue(reason(plan(mac, "", "1.0.0", STABLE)).contains("darwin-arm64"));
    }

    @ParameterizedTest
    @CsvSource({"0.5.0,true", "0.4.9,true", "0.5.1,false", "1.0.0,false"})
    void releaseForNewerUpdater_waits(String minimum, boolean offered) throws CcoException {
        UpdatePlan plan = plan(PLAIN, ", \"minimum_updater\": \"" + minimum + "\"", "1.0.0", STABLE);
        assertEquals(offered, plan instanceof Change);
    }

    @Test
    void skippedVersion_isInstalledOnlyIfNamed() throws CcoException {
        LocalPolicy skipping = policy(Set.of(Version.of("1.1.0")), Duration.ZERO);
        assertTrue(reason(plan(skipping, "", "1.0.0", STABLE)).contains("skip_versions"));
        assertInstanceOf(Change.class, plan(skipping, "", "1.0.0", new Target.Exactly(Version.of("1.1.0"))));
    }

    @Test
    void youngRelease_waitsUnlessCritical() throws CcoException {
        LocalPolicy patient = policy(Set.of(), Duration.ofDays(3));
        assertTrue(reason(plan(patient, "", "1.0.0", STABLE)).contains("2026-02-02"));
        assertInstanceOf(Change.class, plan(patient, ", \"critical\": true", "1.0.0", STABLE));
    }

    @Test
    void releaseOfTomorrow_isTakenWithoutMinimumAge() throws CcoException {
        Planner early = new Planner(PLAIN, Instant.parse("2026-01-29T00:00:00Z"));
        TrustedManifest manifest = manifest("1.1.0", "1.1.0", "");
        assertInstanceOf(Change.class, early.plan(manifest, Optional.of(Version.of("1.0.0")), STABLE));
    }

    @Test
    void rollout_reachesItsShare() throws CcoException {
        String quarter = ", \"rollout\": {\"percent\": 25, \"seed\": \"s\"}";
        long reached = IntStream.range(0, 2000)
                .mapToObj(i -> LocalPolicy.plain(LINUX, Version.of("0.5.0"), Channel.STABLE, "installation " + i))
                .filter(policy -> isOffered(policy, quarter, STABLE))
                .count();
        assertTrue(reached > 400 && reached < 600, "a quarter of 2000, reached " + reached);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "100,true"})
    void rolloutTo0Or100Percent_isExact(int percent, boolean offered) {
        String rollout = ", \"rollout\": {\"percent\": " + percent + ", \"seed\": \"s\"}";
        assertEquals(offered, isOffered(PLAIN, rollout, STABLE));
        assertTrue(isOffered(PLAIN, rollout, new Target.Exactly(Version.of("1.1.0"))));
    }

    private static boolean isOffered(LocalPolicy policy, String members, Target target) {
        try {
            return plan(policy, members, "1.0.0", target) instanceof Change;
        } catch (CcoException e) {
            throw new AssertionError(e);
        }
    }
}
