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
    FIRST_INSTALLATION(ONE) {
        @Override
        void before(TestHome app) {}

        @Override
        void change(TestHome app) throws CcoException, IOException {
            app.install(ONE);
        }
    },
    INSTALLATION_FROM_ANOTHER_SOURCE(TWO) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.install(ONE);
        }

        @Override
        void change(TestHome app) throws CcoException, IOException {
            app.installFrom("another mirror", TWO);
        }
    },
    UPDATE(TWO) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.install(ONE);
        }

        @Override
        void change(TestHome app) throws CcoException, IOException {
            app.install(TWO);
        }
    },
    UPDATE_WHOSE_PROGRAM_HAS_MOVED(TWO) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.install(ONE);
        }

        @Override
        void change(TestHome app) throws CcoException, IOException {
            app.install(TWO, "bin/hello", "2.0.0");
        }
    },
    UPDATE_WITH_OTHER_COMMANDS(TWO) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.installWithCommands(ONE, "admin", "tool");
        }

        @Override
        void change(TestHome app) throws CcoException, IOException {
            app.installWithCommands(TWO, "tool", "wizard");
        }
    },
    ROLLBACK_TO_OTHER_COMMANDS(ONE) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.installWithCommands(ONE, "admin");
            app.installWithCommands(TWO, "wizard");
        }

        @Override
        void change(TestHome app) throws CcoException {
            app.rollBack();
        }
    },
    UPDATE_THAT_DOES_NOT_WORK(ONE) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.installWithCommands(ONE, "admin");
        }

        @Override
        void change(TestHome app) throws CcoException, IOException {
            try {
                app.installTested(TWO, Path.of("/"), "wizard");
            } catch (InstallException wentBack) {
                assertEquals(Optional.of("1.0.0"), app.current());
            }
        }
    },
    UPDATE_FROM_ANOTHER_SOURCE_THAT_DOES_NOT_WORK(ONE) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.install(ONE);
        }

        @Override
        void change(TestHome app) throws CcoException, IOException {
            try {
                app.installTestedFrom("another mirror", TWO, Path.of("/"));
            } catch (InstallException wentBack) {
                assertEquals(Optional.of("1.0.0"), app.current());
            }
        }
    },
    UPDATE_AND_RETENTION(THREE) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.install(ONE);
            app.install(TWO);
        }

        @Override
        void change(TestHome app) throws CcoException, IOException {
            app.install(THREE);
            app.keep(2);
        }
    },
    REPLACEMENT_OF_AN_OLD_VERSION(ONE) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.install(ONE);
            app.install(TWO);
            app.spoil(ONE, "lib/data");
        }

        @Override
        void change(TestHome app) throws CcoException, IOException {
            app.install(ONE);
        }
    },
    REPAIR_OF_THE_CURRENT_VERSION(ONE) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.install(ONE);
            app.spoil(ONE, "lib/data");
        }

        @Override
        void change(TestHome app) throws CcoException, IOException {
            app.install(ONE);
        }
    },
    ROLLBACK(ONE) {
        @Override
        void before(TestHome app) throws CcoException, IOException {
            app.install(ONE);
            app.install(TWO);
        }

        @Override
        void change(TestHome app) throws CcoException {
            app.rollBack();
        }
    };

    /** The current version after the change. */
    final Version end;

    CrashScenario(Version end) {
        this.end = end;
    }

    abstract void before(TestHome app) throws CcoException, IOException;

    abstract void change(TestHome app) throws CcoException, IOException;
}
