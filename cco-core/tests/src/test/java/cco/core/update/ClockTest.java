package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import cco.core.plan.Target;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustMode;
import cco.core.trust.TufMode;
import cco.publisher.keys.KeyOpener;
import cco.publisher.keys.KeyUri;
import cco.publisher.keys.Signer;
import cco.publisher.signing.ExpiryPolicy;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.TufRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine with an empty or a broken clock: cco keeps what it has, and works when the clock is right again. */
class ClockTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant PAST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final Map<KeyRole, Signer> keys = new EnumMap<>(KeyRole.class);
    private EngineLab lab;
    private TufRepository signed;

    @BeforeEach
    void publishSignedVersion() throws CcoException, IOException {
        lab = new EngineLab(folder);
        signed = new TufRepository(lab.repository, () -> NOW);
        KeyOpener opener = new KeyOpener(name -> Optional.empty(), null);
        for (KeyRole role : KeyRole.values()) {
            keys.put(role, opener.createPlain(new KeyUri.InFile(folder.resolve(role + ".pem"))));
        }
        signed.init(HELLO, keys::get, ExpiryPolicy.DEFAULT);
        publish("1.0.0");
    }

    private void publish(String version) throws CcoException, IOException {
        lab.publish(version);
        signed.sign(keys::get);
    }

    private void install(Instant time, TrustMode trust) throws CcoException {
        lab.clock = () -> time;
        lab.updater(Optional.empty())
                .install(new InstallRequest(
                        HELLO,
                        "folder",
                        Map.of("path", lab.repository.toString()),
                        trust,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private TrustMode root() throws IOException {
        return new TufMode(
                new UntrustedBytes("root.json", Files.readAllBytes(lab.repository.resolve("metadata/1.root.json"))));
    }

    private UpdateOutcome update(Instant time, Consent consent) throws CcoException {
        lab.clock = () -> time;
        return lab.update(new Target.Newest(Optional.empty()), false, consent);
    }

    private void requireUpdate(Instant time, String version) throws CcoException, IOException {
        assertInstanceOf(UpdateOutcome.Updated.class, update(time, Consent.ALWAYS));
        assertEquals(version, lab.current());
    }

    private Map<Path, Long> files() throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(file, Files.size(file));
            }
        }
        return sizes;
    }

    @Test
    void clockFarAhead_refusesSignedMetadataAndNamesTheClock() throws Exception {
        install(NOW, root());
        publish("1.1.0");
        Map<Path, Long> before = files();
        for (Consent consent : new Consent[] {Consent.NEVER, Consent.ALWAYS}) {
            VerificationException refused = assertThrows(VerificationException.class, () -> update(FUTURE, consent));
            assertTrue(refused.getMessage().endsWith("; it is 2100-01-01 00:00 UTC now"), refused.getMessage());
            assertTrue(refused.hint().startsWith("check this machine's clock"), refused.hint());
        }
        before.keySet().forEach(file -> assertTrue(Files.exists(file), file::toString));
        assertEquals("1.0.0", lab.current());
        requireUpdate(NOW.plus(Duration.ofDays(1)), "1.1.0");
    }

    @Test
    void clockFarAhead_refusesToInstall() throws Exception {
        VerificationException refused = assertThrows(VerificationException.class, () -> install(FUTURE, root()));
        assertTrue(refused.hint().startsWith("check this machine's clock"), refused.hint());
        assertFalse(Files.exists(lab.home(HELLO).resolve("current")));
        install(NOW, root());
        assertEquals("1.0.0", lab.current());
    }

    @Test
    void clockAtItsStart_updatesByTheTimeOfTheLastCheck() throws Exception {
        install(NOW, root());
        publish("1.1.0");
        assertInstanceOf(UpdateOutcome.Available.class, update(PAST, Consent.NEVER));
        requireUpdate(PAST, "1.1.0");
        signed = new TufRepository(lab.repository, () -> NOW.plus(Duration.ofDays(90)));
        publish("1.2.0");
        requireUpdate(NOW.plus(Duration.ofDays(90)), "1.2.0");
    }

    /** The memory does not forget the time of the last accepted metadata, so an old state stays refused. */
    @Test
    void clockSetBack_doesNotAcceptExpiredMetadata() throws Exception {
        install(NOW, root());
        Instant later = NOW.plus(Duration.ofDays(6));
        publish("1.1.0");
        update(later, Consent.NEVER);
        signed = new TufRepository(lab.repository, () -> NOW.minus(Duration.ofDays(10)));
        publish("1.2.0");
        assertThrows(VerificationException.class, () -> update(PAST, Consent.NEVER));
        assertEquals("1.0.0", lab.current());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z"})
    void unsignedApp_isUpdatedAtAnyTime(String time) throws Exception {
        install(Instant.parse(time), new Sha256Mode());
        lab.publish("1.1.0");
        requireUpdate(Instant.parse(time), "1.1.0");
        lab.publish("1.2.0");
        requireUpdate(NOW, "1.2.0");
        lab.updater(Optional.empty()).rollback(HELLO);
        assertEquals("1.1.0", lab.current());
    }
}
