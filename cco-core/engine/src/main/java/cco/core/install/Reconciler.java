package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CheckedRunnable;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Ends every change, complete or not: updates the receipt from the pointer, removes the commands and files of versions
 * that are not installed, and deletes the journal. It can be interrupted and repeated at any step.
 */
final class Reconciler {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;

    /** Makes a notice of a failure. */
    private UnaryOperator<String> opening = UnaryOperator.identity();

    Reconciler(AppHome home, Pointer pointer, ProgressListener listener) {
        this.home = home;
        this.pointer = pointer;
        this.listener = listener;
    }

    /**
     * Ends a change. A failure is a notice: the next run repeats it.
     *
     * @param switched the version that is current since this change; empty if it has failed
     */
    void finish(Optional<Version> switched) {
        opening = failure -> switched.map(version -> new AfterSwitch(home.app(), version).but(failure))
                .orElse(failure);
        try {
            settle();
        } catch (InstallException e) {
            listener.notice(opening.apply(e.getMessage()) + "; the next run will clean up");
        }
    }

    /** Returns the removed versions. A version that cannot be removed is a notice. */
    List<Version> settle() throws InstallException {
        Optional<Version> current = pointer.read();
        Optional<Receipt> receipt = new ReceiptFile(home).read();
        if (receipt.isPresent() && current.filter(home::has).isEmpty()) {
            current = repairPointer(receipt.get(), current);
        }
        if (receipt.isEmpty()) {
            receipt = firstReceipt(current);
        } else {
            receipt = Optional.of(follow(receipt.get(), current));
        }
        List<Version> removed = removeUnknown(receipt, current);
        tidy();
        new Journal(home).clear();
        return removed;
    }

    /** Repairs a pointer to a missing folder if the version in the receipt exists. */
    private Optional<Version> repairPointer(Receipt receipt, Optional<Version> broken) throws InstallException {
        if (!home.has(receipt.current())) {
            return broken;
        }
        pointer.moveTo(receipt.current());
        listener.notice("made " + home.app() + " " + receipt.current() + " current again, because no version was");
        return Optional.of(receipt.current());
    }

    /** The receipt of a first installation, if only its writing has failed. */
    private Optional<Receipt> firstReceipt(Optional<Version> current) throws InstallException {
        Optional<Receipt> planned = current.filter(home::has).flatMap(this::planned);
        if (planned.isPresent()) {
            new ReceiptFile(home).write(planned.get());
        }
        return planned;
    }

    private Receipt follow(Receipt receipt, Optional<Version> current) throws InstallException {
        Receipt next = receipt.only(home::has);
        Optional<Version> moved = current.filter(home::has).filter(version -> !version.equals(receipt.current()));
        if (moved.isPresent()) {
            Optional<Receipt> plan = planned(moved.get());
            next = plan.isPresent() ? plan.get().only(home::has) : corrected(next, moved.get());
        }
        next = pointer.links().prune(next);
        pointer.links().renew(next);
        if (!next.equals(receipt)) {
            new ReceiptFile(home).write(next);
        }
        return next;
    }

    /** The receipt of a switch whose last step has failed. */
    private Optional<Receipt> planned(Version current) {
        try {
            return new Journal(home)
                    .read()
                    .flatMap(Journal.Entry::end)
                    .filter(plan -> plan.current().equals(current));
        } catch (IOException | JsonException unreadable) {
            return Optional.empty();
        }
    }

    private Receipt corrected(Receipt receipt, Version current) throws InstallException {
        listener.notice("corrected the receipt: " + current + " is the current version");
        Receipt known = receipt.find(current).isPresent() ? receipt : receipt.with(adopt(current, receipt.programs()));
        return known.switchedTo(current);
    }

    /** Records an unknown version. Its folder got its name and date when it was completed. */
    private InstalledVersion adopt(Version version, Programs programs) throws InstallException {
        try {
            return new InstalledVersion(
                    version,
                    Files.getLastModifiedTime(home.version(version)).toInstant(),
                    programs,
                    Optional.empty(),
                    Optional.empty());
        } catch (IOException e) {
            throw InstallErrors.of("cannot read " + home.version(version), e, "check the permissions there");
        }
    }

    /** Without a receipt, but with a current version, the folder may belong to another program. */
    private List<Version> removeUnknown(Optional<Receipt> receipt, Optional<Version> current) throws InstallException {
        List<Version> removed = new ArrayList<>();
        if (receipt.isEmpty() && current.isPresent()) {
            return removed;
        }
        VersionStore store = new VersionStore(home);
        for (Version version : home.versions()) {
            boolean known = receipt.flatMap(records -> records.find(version)).isPresent();
            if (!known && remove(version.toString(), () -> store.discard(version))) {
                removed.add(version);
            }
        }
        removeStrayLists();
        return removed;
    }

    private void removeStrayLists() throws InstallException {
        if (!Files.isDirectory(home.fileLists())) {
            return;
        }
        List<Path> wanted = home.versions().stream().map(home::fileList).toList();
        remove("lists of files", () -> {
            try (DirectoryStream<Path> stray =
                    Files.newDirectoryStream(home.fileLists(), file -> !wanted.contains(file))) {
                for (Path file : stray) {
                    Files.deleteIfExists(file);
                }
            }
        });
    }

    private void tidy() {
        new TreeRemoval(home.inUseFolder()).deleteUnused();
        remove("unpacked files", () -> DurableFiles.deleteTree(home.stagingFolder()));
        remove("copied files", () -> DurableFiles.deleteTree(home.incomingFolder()));
        for (Path file : home.records()) {
            remove("files of an interrupted run", () -> DurableFiles.deleteLeftovers(file));
        }
    }

    private boolean remove(String what, CheckedRunnable<IOException> removal) {
        try {
            removal.run();
            return true;
        } catch (IOException e) {
            listener.notice(opening.apply(IoReason.explain("cannot remove " + what + " of " + home.app(), e)));
            return false;
        }
    }
}
