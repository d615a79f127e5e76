package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.cli.console.Screen;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.update.UpdateOutcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AppChecksTest {

    private static final AppName ONE = new AppName("one");
    private static final AppName TWO = new AppName("two");

    @TempDir
    Path home;

    private AppChecks checks;

    @BeforeEach
    void create() {
        Env env = new Env(Map.of("CCO_HOME", home.toString(), "os.name", "Linux"));
        checks = new AppChecks(new CommandContext(new Screen().console(), env, Version.of("1.2.3"), Optional.empty()));
    }

    @AfterEach
    void close() {
        checks.close();
    }

    private static UpdateOutcome upToDate(AppName app) {
        return new UpdateOutcome.UpToDate(app, Version.of("1.0.0"));
    }

    @Test
    void slowApp_delaysNoOther() throws CcoException {
        CountDownLatch answered = new CountDownLatch(1);
        checks.start(ONE, _ -> {
            waitFor(answered);
            return upToDate(ONE);
        });
        checks.start(TWO, _ -> upToDate(TWO));
        assertEquals(upToDate(TWO), checks.await(TWO).outcome().get());
        answered.countDown();
        assertEquals(upToDate(ONE), checks.await(ONE).outcome().get());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void failure_isThatOfTheCheck() throws CcoException {
        UsageException failure = new UsageException("no such channel", "name another");
        checks.start(ONE, _ -> {
            throw failure;
        });
        AppChecks.Check check = checks.await(ONE);
        assertFalse(check.isAvailable());
        assertSame(failure, assertThrows(UsageException.class, check.outcome()::get));
        assertSame(failure, assertThrows(UsageException.class, check.outcome()::get));
    }

    @Test
    void bug_isNotHidden() throws CcoException {
        IllegalStateException bug = new IllegalStateException("oops");
        checks.start(ONE, _ -> {
            throw bug;
        });
        assertSame(bug, assertThrows(IllegalStateException.class, () -> checks.await(ONE)));
    }
}
