package cco.core.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.disk.StateWriter;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.LastAccepted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustMemoryTest {

    @TempDir
    private Path root;

    private AppLock lock;
    private TrustMemory memory;

    @BeforeEach
    void memory() throws CcoException {
        lock = AppLock.acquire(new TestHome(root).home);
        memory = new TrustMemory(lock, StateWriter.ALWAYS);
    }

    @AfterEach
    void release() throws CcoException {
        lock.close();
    }

    @Test
    void acceptedManifest_isRecorded() throws Exception {
        assertEquals(Optional.empty(), memory.read());
        LastAccepted accepted = new LastAccepted(Long.MAX_VALUE, TestHome.NOW);
        memory.remember(accepted);
        assertEquals(Optional.of(accepted), memory.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"schema\":1}",
                "{\"schema\":2,\"serial\":1,\"accepted_at\":\"2026-01-31T10:00:00Z\"}",
                "{\"schema\":1,\"serial\":-1,\"accepted_at\":\"2026-01-31T10:00:00Z\"}",
                "{\"schema\":1,\"serial\":1,\"accepted_at\":\"yesterday\"}"
            })
    void damagedMemory_isAnErrorAndNotAFreshStart(String text) throws Exception {
        Files.writeString(lock.home().memory(), text);
        InstallException refused = assertThrows(InstallException.class, memory::read);
        assertTrue(refused.getMessage().contains(lock.home().memory().toString()), refused.getMessage());
        assertTrue(refused.hint().startsWith("remove the file"), refused.hint());
    }

    @Test
    void rolloutId_isCreatedOnce() throws Exception {
        UUID id = memory.rolloutId();
        assertEquals(id, memory.rolloutId());
        assertEquals(id, new TrustMemory(lock, StateWriter.ALWAYS).rolloutId());
        Files.delete(lock.home().rolloutId());
        assertNotEquals(id, memory.rolloutId());
    }

    @Test
    void damagedRolloutId_isReplaced() throws Exception {
        Files.writeString(lock.home().rolloutId(), "not an id");
        assertEquals(memory.rolloutId(), memory.rolloutId());
        Files.write(lock.home().rolloutId(), new byte[] {(byte) 0xff});
        assertEquals(memory.rolloutId(), memory.rolloutId());
    }
}
