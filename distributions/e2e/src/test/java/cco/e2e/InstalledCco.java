package cco.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The cco that most tests run, installed once from the bundle. Users run an installed one too, and it starts twice as
 * fast as the bundle, which has no startup archive yet.
 */
final class InstalledCco {

    private static final Path FOLDER = Prepared.folder().resolve("cco");

    private InstalledCco() {}

    /** The command. */
    static Path program() {
        return home().resolve("bin/cco");
    }

    /** The value of {@code CCO_HOME} for which it was installed. */
    static Path home() {
        return Installed.HOME;
    }

    /** Installs cco into another home, by a copy. */
    static void copyTo(Path home) throws IOException {
        Prepared.copy("installed cco", home, InstalledCco::install);
    }

    /** A release repository that contains the bundle; to be read only. */
    static Path repository() {
        home();
        return FOLDER.resolve("repository");
    }

    private static void install(Path home) throws IOException {
        String name = "cco-v" + Machine.VERSION + "-" + Publisher.platform() + ".tar.gz";
        Path repository = FOLDER.resolve("repository");
        Machine machine = Machine.ofBundle(FOLDER.resolve("machine")).with("CCO_HOME", home.toString());
        machine.cco(Publisher.command("cco", Machine.VERSION, Machine.BUNDLE.resolveSibling(name), repository))
                .exits(0);
        machine.cco("install", "cco", "--from", repository.toString(), "--trust", "sha256")
                .exits(0);
    }

    /** Makes the installation when a test needs it first. */
    private static final class Installed {

        private static final Path HOME = copy();

        private static Path copy() {
            try {
                Path home = FOLDER.resolve("home");
                copyTo(home);
                return home;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
