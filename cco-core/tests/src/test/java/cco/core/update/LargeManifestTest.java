package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.error.CcoException;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of an unsigned repository with thousands of versions. */
class LargeManifestTest {

    private static final String LIST = "\"versions\": {";

    @TempDir
    Path folder;

    private EngineLab lab;
    private FaultyServer server;
    private Path manifest;

    @BeforeEach
    void installAndCheck() throws CcoException, IOException {
        lab = new EngineLab(folder);
        lab.publish("1.0.0");
        manifest = lab.repository.resolve("version-manifest.json");
        String old = IntStream.range(0, 3_000)
                .mapToObj("\"0.1.%d\": { \"date\": \"2026-01-01T00:00:00Z\" },"::formatted)
                .collect(Collectors.joining("\n"));
        Files.writeString(manifest, Files.readString(manifest).replace(LIST, LIST + old));
        server = FaultyServer.serving(lab.repository);
        lab.install(HELLO, server.address().toString());
        assertInstanceOf(UpdateOutcome.UpToDate.class, lab.update(Consent.NEVER));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Path state(String file) {
        return lab.dirs.appState(HELLO).resolve(file);
    }

    /** It has only the current version left to read. */
    @Test
    void unchangedManifest_isNeitherSentNorRead() throws CcoException, IOException {
        Path kept = state("manifest");
        Files.writeString(kept, Files.readString(kept).replace("0.1.", "oops"));
        assertInstanceOf(UpdateOutcome.UpToDate.class, lab.update(Consent.NEVER));
        assertTrue(server.lastRequest().header("Range").isPresent());
        assertTrue(Files.size(state("excerpt")) < 5_000);
    }

    @Test
    void newRelease_isFound_andInstalled() throws CcoException, IOException {
        lab.publish("1.1.0");
        for (int times = 0; times < 2; times++) {
            assertInstanceOf(UpdateOutcome.Available.class, lab.update(Consent.NEVER));
        }
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
        assertEquals("1.1.0", lab.current());
        assertInstanceOf(UpdateOutcome.UpToDate.class, lab.update(Consent.NEVER));
        Target older = new Target.Exactly(Version.of("1.0.0"));
        assertInstanceOf(UpdateOutcome.Available.class, lab.update(older, false, Consent.NEVER));
    }

    @Test
    void damagedExcerpt_isReplaced() throws CcoException, IOException {
        String kept = Files.readString(state("excerpt"));
        Files.writeString(state("excerpt"), "nonsense");
        assertInstanceOf(UpdateOutcome.UpToDate.class, lab.update(Consent.NEVER));
        String again = Files.readString(state("excerpt"));
        assertEquals(kept.lines().findFirst(), again.lines().findFirst());
        assertTrue(Optional.of(again).filter(text -> text.contains("1.0.0")).isPresent());
    }
}
