package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.THREE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The state before, and the change that is killed. */
enum CrashScenario {
    FIRST_INSTALLATION(ONE, _ -> {}, app -> app.install(ONE)),
    INSTALLATION_FROM_ANOTHER_SOURCE(TWO, app -> app.install(ONE), app -> app.installFrom("another mirror", TWO)),
    UPDATE(TWO, app -> app.install(ONE), app -> app.install(TWO)),
    UPDATE_WHOSE_PROGRAM_HAS_MOVED(TWO, app -> app.install(ONE), app -> app.install(TWO, "bin/hello", "2.0.0")),
    UPDATE_WITH_OTHER_COMMANDS(
            TWO,
            app -> app.installWithCommands(ONE, "admin", "tool"),
            app -> app.installWithCommands(TWO, "tool", "wizard")),
    ROLLBACK_TO_OTHER_COMMANDS(
            ONE,
            app -> {
                app.installWithCommands(ONE, "admin");
                app.installWithCommands(TWO, "wizard");
            },
            TestHome::rollBack),
    UPDATE_THAT_DOES_NOT_WORK(
            ONE,
            app -> app.installWithCommands(ONE, "admin"),
            goingBack(app -> app.installTested(TWO, Path.of("/"), "wizard"))),
    UPDATE_FROM_ANOTHER_SOURCE_THAT_DOES_NOT_WORK(
            ONE, app -> app.install(ONE), goingBack(app -> app.installTestedFrom("another mirror", TWO, Path.of("/")))),
    UPDATE_AND_RETENTION(
            THREE,
            app -> {
                app.install(ONE);
                app.install(TWO);
            },
            app -> {
                app.install(THREE);
                app.keep(2);
            }),
    REPLACEMENT_OF_AN_OLD_VERSION(
            ONE,
            app -> {
                app.install(ONE);
                app.install(TWO);
                app.spoil(ONE, "lib/data");
            },
            app -> app.install(ONE)),
    REPAIR_OF_THE_CURRENT_VERSION(
            ONE,
            app -> {
                app.install(ONE);
                app.spoil(ONE, "lib/data");
            },
            app -> app.install(ONE)),
    ROLLBACK(
            ONE,
            app -> {
                app.install(ONE);
                app.install(TWO);
            },
            TestHome::rollBack);

    /** The current version after the change. */
    final Version end;

    private final Step before;
    private final Step change;

    @FunctionalInterface
    private interface Step {
        void run(TestHome app) throws CcoException, IOException;
    }

    CrashScenario(Version end, Step before, Step change) {
        this.end = end;
        this.before = before;
        this.change = change;
    }

    /** An installation whose version may fail its probation. */
    private static Step goingBack(Step installation) {
        return app -> {
            try {
                installation.run(app);
            } catch (InstallException wentBack) {
                assertEquals(Optional.of("1.0.0"), app.current());
            }
        };
    }

    void before(TestHome app) throws CcoException, IOException {
        before.run(app);
    }

    void change(TestHome app) throws CcoException, IOException {
        change.run(app);
    }
}
