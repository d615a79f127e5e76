package cco.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.console.Screen;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.update.InstalledApp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VersionListTest {

    private static final AppName APP = new AppName("hello");
    private static final Version V09 = Version.of("0.9.0");
    private static final Version V10 = Version.of("1.0.0");
    private static final Version V11 = Version.of("1.1.0");
    private static final Version V12 = Version.of("1.2.0-beta.1");

    private static final InstalledApp INSTALLED = new InstalledApp(
            APP,
            V10,
            Optional.of(V09),
            List.of(V09, V10),
            Channel.STABLE,
            "mirror",
            "sha256",
            List.of("hello"),
            Optional.empty(),
            List.of());

    private static Release release(Version version, Optional<String> withdrawn) {
        return new Release(
                version,
                Instant.parse("2026-01-31T23:59:59Z"),
                Map.of(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                withdrawn,
                Optional.empty());
    }

    private static Manifest manifest() {
        TreeMap<Version, Release> versions = new TreeMap<>();
        versions.put(V10, release(V10, Optional.empty()));
        versions.put(V11, release(V11, Optional.of("loses\ndata")));
        versions.put(V12, release(V12, Optional.empty()));
        Map<Channel, Version> latest = new LinkedHashMap<>();
        latest.put(Channel.STABLE, V10);
        latest.put(new Channel("beta"), V12);
        latest.put(new Channel("nightly"), V12);
        return new Manifest(APP, OptionalLong.of(1), Optional.empty(), latest, versions, Map.of());
    }

    @Test
    void releasedVersions_areListedNewestFirst() {
        Screen screen = new Screen();
        VersionList.released(APP, manifest(), Optional.of(INSTALLED)).show(screen.text(), 9);
        assertEquals("""
                VERSION       RELEASED    CHANNELS       REMARKS
                1.2.0-beta.1  2026-01-31  beta, nightly
                1.1.0         2026-01-31                 withdrawn: loses data
                1.0.0         2026-01-31  stable         current
                0.9.0         -                          installed
                """, screen.out());
    }

    @Test
    void releasedVersions_areEvents() throws JsonException {
        Screen screen = new Screen();
        VersionList.released(APP, manifest(), Optional.of(INSTALLED)).show(screen.json(), 9);
        List<JsonObject> events = screen.events();
        assertEquals(4, events.size());
        assertEquals(List.of("beta", "nightly"), events.get(0).texts("channels"));
        assertEquals("loses\ndata", events.get(1).text("withdrawn"));
        assertTrue(events.get(2).flag("current") && events.get(2).flag("installed"));
        assertTrue(events.get(3).flag("installed")
                && events.get(3).optionalInstant("date").isEmpty());
    }

    @Test
    void installedVersions_areListedWithoutASource() {
        Screen screen = new Screen();
        VersionList.installed(INSTALLED).show(screen.text(), 9);
        assertEquals("""
                VERSION  RELEASED  CHANNELS  REMARKS
                1.0.0    -                   current
                0.9.0    -                   installed
                """, screen.out());
    }

    @Test
    void limit_keepsTheNewestVersions() {
        Screen screen = new Screen();
        VersionList.released(APP, manifest(), Optional.of(INSTALLED)).show(screen.text(), 2);
        assertEquals("""
                VERSION       RELEASED    CHANNELS       REMARKS
                1.2.0-beta.1  2026-01-31  beta, nightly
                1.1.0         2026-01-31                 withdrawn: loses data
                """, screen.out());
    }
}
