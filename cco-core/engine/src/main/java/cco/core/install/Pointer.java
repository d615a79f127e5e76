package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.disk.HeldFileRetry;
import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.util.Optional;

/** The pointer to the current version. It checks every result of the installer. */
final class Pointer {

    private final AppHome home;
    private final PlatformInstaller installer;
    private final ProgressListener listener;

    Pointer(AppHome home, PlatformInstaller installer, ProgressListener listener) {
        this.home = home;
        this.installer = installer;
        this.listener = listener;
    }

    String installer() {
        return installer.id();
    }

    /** The commands of the app, which the same installer makes. */
    CommandLinks links() {
        return new CommandLinks(home, installer, listener);
    }

    /** Reads the current version; empty before the first activation. */
    Optional<Version> read() throws InstallException {
        try {
            return installer.current(home.data()).map(Version::of);
        } catch (IOException | RuntimeException e) {
            throw InstallErrors.of(
                    "cannot tell which version of " + home.app() + " is current",
                    e,
                    "another program has changed " + home.data() + "; remove its files there and install again");
        }
    }

    /** Makes a version current, or throws while the previous one still is. */
    void moveTo(Version version) throws InstallException {
        Optional<Version> before = read();
        String still = before.map(old -> old + " is still current").orElse("nothing was changed");
        String what = "cannot switch " + home.app() + " to " + version;
        try {
            HeldFileRetry.system().run(() -> installer.activate(home.data(), version.toString()));
        } catch (IOException | RuntimeException e) {
            if (!read().equals(Optional.of(version))) {
                throw InstallErrors.of(what, e, still + "; check the free space and the permissions of " + home.data());
            }
            listener.notice(
                    IoReason.explain(home.app() + " " + version + " is current, but the installer reported", e));
        }
        Optional<Version> after = read();
        if (!after.equals(Optional.of(version))) {
            throw new InstallException(
                    what + ": the installer " + installer.id() + " reported success, but the current version is "
                            + after.map(Version::toString).orElse("missing"),
                    "report this to the author of the installer");
        }
    }
}
