package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.time.InstantSource;
import java.util.Optional;

/** Makes an installed version current again without a download, after a check of all its files and a start. */
public final class Reactivation {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;
    private final Probation probation;

    /** A reactivation for the app that is locked, after its {@link Recovery}. */
    public Reactivation(AppLock lock, PlatformInstaller installer, ProgressListener listener, InstantSource clock) {
        this.home = lock.home();
        this.pointer = new Pointer(home, installer, listener);
        this.listener = listener;
        this.probation = new Probation(home, pointer, listener, clock);
    }

    /**
     * Whether a version is installed, undamaged, able to start, and unpacked from this archive.
     *
     * @param trust the trust mode; a version that was verified by another one is installed again
     */
    public boolean isPossible(Version version, Sha256 archive, String trust) throws InstallException {
        Optional<Receipt> receipt = new ReceiptFile(home).read();
        boolean recorded = receipt.filter(known -> known.provenance().trust().equals(trust))
                .flatMap(known -> known.find(version))
                .flatMap(InstalledVersion::archive)
                .filter(unpacked -> unpacked.file().sha256().equals(archive))
                .isPresent();
        if (!recorded || !home.has(version)) {
            return false;
        }
        listener.began(ProgressListener.Phase.VERIFY, -1);
        try {
            return new FileCheck(home).check(version).isEmpty() && starts(receipt.get(), version);
        } catch (InstallException unreadable) {
            return false;
        }
    }

    private boolean starts(Receipt receipt, Version version) {
        StartCheck check = new StartCheck(home);
        return !check.hasDamagedArchive(version)
                && check.problem(receipt.find(version).orElseThrow()).isEmpty();
    }

    /**
     * Makes the version current.
     *
     * @param registration the command and the source to record; nothing leaves both as they are recorded
     * @return the receipt on disk
     */
    public Receipt activate(Version version, Provenance provenance, Optional<Registration> registration)
            throws CcoException {
        listener.began(ProgressListener.Phase.ACTIVATE, -1);
        Receipt before = new ReceiptFile(home).require();
        Receipt next = before.switchedTo(version).from(provenance, pointer.installer());
        Optional<Version> switched = Optional.empty();
        try {
            Optional<Receipt> wayBack = probation.wayBack(Optional.of(before), next);
            Receipt after = new VersionSwitch(home, pointer, listener).to(next, registration, wayBack);
            if (wayBack.isPresent()) {
                probation.require(after, wayBack, Registration.source(registration));
            }
            switched = Optional.of(version);
            return after;
        } finally {
            if (!probation.isPending()) {
                new Reconciler(home, pointer, listener).finish(switched);
            }
        }
    }
}
