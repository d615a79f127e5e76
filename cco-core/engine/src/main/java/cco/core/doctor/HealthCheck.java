package cco.core.doctor;

import cco.core.disk.FolderOwner;
import cco.core.doctor.Finding.Note;
import cco.core.doctor.Finding.Ok;
import cco.core.doctor.Finding.Problem;
import cco.core.doctor.Finding.Subject;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.error.NotManagedException;
import cco.core.install.AppHome;
import cco.core.install.AppLock;
import cco.core.install.Command;
import cco.core.install.FileCheck;
import cco.core.install.FileDamage;
import cco.core.install.InstallInspector;
import cco.core.install.Installed;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.session.EngineContext;
import cco.core.session.Ownership;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One look at an app's home. What cannot be looked at is a problem, and ends no more than that. */
final class HealthCheck {

    private final EngineContext context;
    private final List<Path> path;
    private final AppHome home;
    private final List<Finding> findings = new ArrayList<>();

    HealthCheck(EngineContext context, List<Path> path, AppName app) {
        this.context = context;
        this.path = path;
        this.home = context.home(app);
    }

    HealthReport diagnosis() throws CcoException {
        InstallInspector checkup = new InstallInspector(home, context.installer());
        look(Subject.LOCK, () -> Optional.of(lock()));
        look(Subject.JOURNAL, () -> journal(checkup));
        Optional<Receipt> receipt = receipt();
        if (receipt.isPresent()) {
            look(Subject.CURRENT, () -> Optional.of(current(checkup, receipt.get())));
            for (Installed entry : receipt.get().installed()) {
                look(Subject.FILES, () -> files(checkup, receipt.get(), entry.version()));
            }
            look(Subject.COMMAND, () -> Optional.of(command(checkup, receipt.get())));
            look(Subject.PATH, () -> receipt.get().command().map(command -> path(checkup, command)));
            look(Subject.LEFTOVERS, () -> leftovers(checkup, receipt.get()));
        }
        findings.addAll(new EnvironmentCheck(context, home).findings());
        return new HealthReport(home.app(), findings);
    }

    private void look(Subject subject, CheckedSupplier<Optional<Finding>, CcoException> look) {
        try {
            look.get().ifPresent(findings::add);
        } catch (CcoException e) {
            findings.add(new Problem(subject, e));
        }
    }

    private Problem repairable(Subject subject, String text) {
        return new Problem(subject, text, "cco doctor " + home.app() + " --repair");
    }

    private Finding lock() throws CcoException {
        Optional<FolderOwner> other = home.otherOwner();
        if (other.isPresent()) {
            return new Note(
                    Subject.LOCK,
                    home.app() + " belongs to " + other.get().owner() + "; this user can check it, but not change it",
                    other.get().hint());
        }
        if (!home.isWritable()) {
            return new Note(
                    Subject.LOCK, "this user may not change " + home.app(), "check the permissions of " + home.data());
        }
        if (AppLock.holder(home).isPresent()) {
            try {
                AppLock.acquire(home).close();
            } catch (BusyException e) {
                return new Note(Subject.LOCK, e.getMessage(), e.hint() + ", what follows may change");
            }
        }
        return new Ok(Subject.LOCK, "no other cco is at work on " + home.app());
    }

    private Optional<Finding> journal(InstallInspector checkup) throws CcoException {
        return Optional.of(checkup.interrupted()
                .<Finding>map(what -> repairable(Subject.JOURNAL, what))
                .orElseGet(() -> new Ok(Subject.JOURNAL, "nothing was interrupted")));
    }

    /** A receipt that cannot be read is a problem; without any there is no patient. */
    private Optional<Receipt> receipt() throws CcoException {
        try {
            Ownership.require(home, context.product());
            Receipt receipt = new ReceiptFile(home).require();
            findings.add(new Ok(
                    Subject.RECEIPT,
                    home.app() + " " + receipt.current() + " from "
                            + receipt.provenance().source() + ", trust "
                            + receipt.provenance().trust() + ", channel "
                            + receipt.provenance().channel()));
            return Optional.of(receipt);
        } catch (NotManagedException e) {
            throw e;
        } catch (CcoException e) {
            findings.add(new Problem(Subject.RECEIPT, e));
            return Optional.empty();
        }
    }

    private Finding current(InstallInspector checkup, Receipt receipt) throws CcoException {
        Optional<Version> pointer = checkup.pointer();
        if (pointer.filter(home::has).isEmpty()) {
            return repairable(
                    Subject.CURRENT,
                    pointer.map(version -> "current is " + version + ", which is not there")
                            .orElse("no version is current"));
        }
        return pointer.get().equals(receipt.current())
                ? new Ok(Subject.CURRENT, receipt.current() + " is current")
                : repairable(Subject.CURRENT, pointer.get() + " is current, but recorded is " + receipt.current());
    }

    private Optional<Finding> files(InstallInspector checkup, Receipt receipt, Version version) throws CcoException {
        if (!home.has(version)) {
            return Optional.of(repairable(Subject.FILES, version + " is installed, but its folder is gone"));
        }
        List<FileDamage> damages = new FileCheck(home).check(version);
        if (!damages.isEmpty()) {
            return Optional.of(repairable(
                    Subject.FILES,
                    version + ": "
                            + several(damages.stream().map(FileDamage::toString).toList())));
        }
        List<String> unlisted = checkup.unlisted(version);
        if (!unlisted.isEmpty()) {
            return Optional.of(new Note(
                    Subject.FILES,
                    version + ": not from its publisher: " + several(unlisted),
                    "move away what you want to keep; it goes when the version goes"));
        }
        String kept = version.equals(receipt.current()) ? "" : ", kept for a rollback,";
        return Optional.of(new Ok(Subject.FILES, version + kept + " is whole"));
    }

    private static String several(List<String> all) {
        return all.getFirst() + (all.size() == 1 ? "" : ", and " + (all.size() - 1) + " more");
    }

    private Finding command(InstallInspector checkup, Receipt receipt) throws CcoException {
        if (receipt.command().isEmpty()) {
            return new Note(Subject.COMMAND, "no command was made", "start " + home.version(receipt.current()));
        }
        Command command = receipt.command().get();
        Path file = command.bin().resolve(command.name());
        return switch (checkup.state(command, receipt)) {
            case SOUND -> new Ok(Subject.COMMAND, file + " starts " + home.app());
            case MISSING -> repairable(Subject.COMMAND, file + " is missing");
            case ASTRAY -> repairable(Subject.COMMAND, file + " leads elsewhere than to the current version");
            case FOREIGN ->
                new Problem(
                        Subject.COMMAND,
                        file + " is not a command of " + home.app() + "'s any more",
                        "move it away, then run cco doctor " + home.app() + " --repair");
        };
    }

    private Finding path(InstallInspector checkup, Command command) {
        if (!path.contains(command.bin())) {
            return new Note(
                    Subject.PATH,
                    command.bin() + " is not on your PATH",
                    "add it in your shell's start-up file, or start "
                            + command.bin().resolve(command.name()));
        }
        List<Path> before = path.subList(0, path.indexOf(command.bin()));
        return checkup.shadow(command, before)
                .<Finding>map(other -> new Note(
                        Subject.PATH,
                        "your shell starts " + other + " instead, which is earlier on your PATH",
                        "remove it, or put " + command.bin() + " before it"))
                .orElseGet(() -> new Ok(Subject.PATH, command.bin() + " is on your PATH"));
    }

    private Optional<Finding> leftovers(InstallInspector checkup, Receipt receipt) throws CcoException {
        List<Path> leftovers = checkup.leftovers(receipt);
        return Optional.of(
                leftovers.isEmpty()
                        ? new Ok(Subject.LEFTOVERS, "nothing is left of an interrupted run")
                        : repairable(
                                Subject.LEFTOVERS,
                                "left of an interrupted run: "
                                        + several(leftovers.stream()
                                                .map(Path::toString)
                                                .toList())));
    }
}
