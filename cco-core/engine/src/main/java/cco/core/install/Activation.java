package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.manifest.Archive;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.stage.ProvenVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Installs one version, from the first unpacked byte to the receipt.
 *
 * <p>Begin it, unpack and prove the version in {@link #staging}, {@link #activate} it, and close it in any case. If it
 * is closed before the activation, the app is as it was.
 */
public final class Activation implements AutoCloseable {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;
    private final InstantSource clock;
    private final Path staging;
    private final Probation probation;

    /** The version, once it is current. */
    private Optional<Version> switched = Optional.empty();

    private Activation(AppHome home, Pointer pointer, ProgressListener listener, InstantSource clock) {
        this.home = home;
        this.pointer = pointer;
        this.listener = listener;
        this.clock = clock;
        this.staging = home.newStaging();
        this.probation = new Probation(home, pointer, listener, clock);
    }

    /**
     * Starts to install a version. Run {@link Recovery} first.
     *
     * @throws InstallException if the journal cannot be written; nothing has changed
     */
    public static Activation begin(
            AppLock lock, PlatformInstaller installer, Version version, ProgressListener listener, InstantSource clock)
            throws InstallException {
        AppHome home = lock.home();
        new Journal(home).write(new Journal.Entry.Staging(version));
        return new Activation(home, new Pointer(home, installer, listener), listener, clock);
    }

    /** The folder to unpack the version into. It does not exist yet, and lies on the file system of the versions. */
    public Path staging() {
        return staging;
    }

    /**
     * Puts the version beside the others, makes it current and writes the receipt.
     *
     * @param archive the archive that the version was unpacked from
     * @param registration the command and the source to record; empty keeps the recorded ones
     * @return the receipt as written
     * @throws CcoException if the switch failed; the version that was current still is
     */
    public Receipt activate(
            ProvenVersion proven, Archive archive, Provenance provenance, Optional<Registration> registration)
            throws CcoException {
        return activate(InstallCandidate.of(proven, archive), provenance, registration);
    }

    /**
     * Replaces the folder of a version that is installed but not current, and records it.
     *
     * @return the receipt as written
     * @throws InstallException if it cannot be replaced; the version is as it was, or gone
     */
    public Receipt restore(ProvenVersion proven, Archive archive) throws CcoException {
        InstallCandidate candidate = InstallCandidate.of(proven, archive);
        place(candidate, pointer.read());
        ReceiptFile file = new ReceiptFile(home);
        Receipt receipt = file.require().with(entry(candidate));
        file.write(receipt);
        return receipt;
    }

    Receipt activate(InstallCandidate candidate, Provenance provenance, Optional<Registration> registration)
            throws CcoException {
        listener.began(ProgressListener.Phase.ACTIVATE, -1);
        Optional<Receipt> before = new ReceiptFile(home).read();
        Optional<Version> current = pointer.read();
        place(candidate, current);
        Receipt next = next(before, current, candidate, provenance);
        Optional<Receipt> wayBack = probation.wayBack(before, next);
        Receipt after = new VersionSwitch(home, pointer, listener).to(next, registration, wayBack);
        probation.require(after, wayBack, Registration.source(registration));
        switched = Optional.of(after.current());
        return after;
    }

    /** Removes the leftovers of the installation. A failure is a notice; the next run tries again. */
    @Override
    public void close() {
        if (!probation.isPending()) {
            new Reconciler(home, pointer, listener).finish(switched);
        }
    }

    private void place(InstallCandidate candidate, Optional<Version> current) throws InstallException {
        try {
            new VersionStore(home).place(candidate, current);
        } catch (IOException e) {
            throw InstallErrors.of(
                    "cannot put " + home.app() + " " + candidate.version() + " in its place",
                    e,
                    "check the free space and the permissions of " + home.data());
        }
    }

    private InstalledVersion entry(InstallCandidate candidate) {
        return new InstalledVersion(
                candidate.version(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                candidate.programs(),
                candidate.smokeArguments(),
                candidate.archive());
    }

    private Receipt next(
            Optional<Receipt> before, Optional<Version> current, InstallCandidate candidate, Provenance provenance)
            throws InstallException {
        InstalledVersion entry = entry(candidate);
        Receipt receipt = before.isPresent() ? before.get() : first(current, entry, provenance);
        return receipt.with(entry).switchedTo(candidate.version()).from(provenance, pointer.installer());
    }

    /** Keeps the versions that exist without a receipt; their programs are assumed to have the same paths. */
    private Receipt first(Optional<Version> current, InstalledVersion entry, Provenance provenance)
            throws InstallException {
        List<InstalledVersion> installed = new ArrayList<>();
        for (Version version : home.versions()) {
            installed.add(
                    new InstalledVersion(version, entry.date(), entry.programs(), Optional.empty(), Optional.empty()));
        }
        return new Receipt(
                home.app(),
                provenance,
                pointer.installer(),
                current.filter(home::has).orElse(entry.version()),
                Optional.empty(),
                installed,
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
