package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.install.CrashFileSystem.Crash;
import cco.core.install.CrashFileSystem.Mounts;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The negative control of {@link CrashSweepTest}: a sweep of an unsafe switch has to find a point that does harm. */
@Tag("sweep")
class UnsafeSwitchTest {

    @TempDir
    private Path temporary;

    @Test
    void pointerThatIsDeletedFirst_isFoundByTheSweep() throws Exception {
        boolean harmed = false;
        boolean killed = true;
        for (int point = 1; killed; point++) {
            Path root = temporary.resolve("point-" + point);
            TestHome app = new TestHome(new CrashFileSystem(Integer.MAX_VALUE, Mounts.ONE_DISK).wrap(root));
            app.install(ONE);
            CrashFileSystem system = new CrashFileSystem(point, Mounts.ONE_DISK);
            TestHome unsafe = new TestHome(system.wrap(CrashPath.real(app.root)));
            unsafe.installer.deletesFirst = true;
            try {
                unsafe.install(TWO);
            } catch (Crash expected) {
                harmed |= app.current().isEmpty();
            }
            killed = system.crashed();
        }
        assertTrue(harmed, "the sweep misses the moment without a current version");
    }
}
