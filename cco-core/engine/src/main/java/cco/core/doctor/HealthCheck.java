package cco.core.doctor;

import cco.api.PlatformInstaller;
import cco.core.disk.FolderOwner;
import cco.core.doctor.Finding.Note;
import cco.core.doctor.Finding.Ok;
import cco.core.doctor.Finding.Problem;
import cco.core.doctor.Finding.Subject;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.error.NotManagedException;
import cco.core.install.AppCommand;
import cco.core.install.AppHome;
import cco.core.install.AppLock;
import cco.core.install.CommandCheck;
import cco.core.install.FileCheck;
import cco.core.install.FileDamage;
import cco.core.install.InstallInspector;
import cco.core.install.InstalledVersion;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.install.StartCheck;
import cco.core.model.AppName;
import cco.core.model.CommandProblem;
import cco.core.model.Version;
import cco.core.session.EngineContext;
import cco.core.session.Ownership;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Examines one app. A check that fails is a problem and stops no other check. */
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
        InstallInspector inspector = new InstallInspector(home, context.installer());
        check(Subject.LOCK, () -> Optional.of(lock()));
        check(Subject.JOURNAL, () -> journal(inspector));
        Optional<Receipt> receipt = receipt();
        if (receipt.isPresent()) {
            check(Subject.CURRENT, () -> Optional.of(current(inspector, receipt.get())));
            for (InstalledVersion entry : receipt.get().installed()) {
                check(Subject.FILES, () -> files(inspector, receipt.get(), entry));
            }
            checkAll(Subject.COMMAND, () -> commands(receipt.get()));
            checkAll(Subject.PATH, () -> path(receipt.get()));
            check(Subject.LEFTOVERS, () -> leftovers(inspector, receipt.get()));
        }
        findings.addAll(new EnvironmentCheck(context, home).findings());
        return new HealthReport(home.app(), findings);
    }

    private void check(Subject subject, CheckedSupplier<Optional<Finding>, CcoException> check) {
        try {
            check.get().ifPresent(findings::add);
        } catch (CcoException e) {
            findings.add(new Problem(subject, e));
        }
    }

    private void checkAll(Subject subject, CheckedSupplier<List<Finding>, CcoException> check) {
        try {
            findings.addAll(check.get());
        } catch (CcoException e) {
            findings.add(new Problem(subject, e));
        }
    }

    private Problem repairable(Subject subject, String text) {
        return new Problem(subject, text, "run `cco doctor " + home.app() + " --repair`");
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
                    Subject.LOCK, "this user cannot change " + home.app(), "check the permissions of " + home.data());
        }
        if (AppLock.holder(home).isPresent()) {
            try {
                AppLock.acquire(home).close();
            } catch (BusyException e) {
                return new Note(Subject.LOCK, e.getMessage(), e.hint() + "; the results below may change");
            }
        }
        return new Ok(Subject.LOCK, "no other cco is working on " + home.app());
    }

    private Optional<Finding> journal(InstallInspector inspector) throws CcoException {
        return Optional.of(inspector
                .interrupted()
                .<Finding>map(what -> repairable(Subject.JOURNAL, what))
                .orElseGet(() -> new Ok(Subject.JOURNAL, "nothing was interrupted")));
    }

    /** An unreadable receipt is a problem; without a receipt, the app is not managed. */
    private Optional<Receipt> receipt() throws CcoException {
        try {
            Ownership.require(context, home.app());
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

    private Finding current(InstallInspector inspector, Receipt receipt) throws CcoException {
        Optional<Version> pointer = inspector.pointer();
        if (pointer.filter(home::has).isEmpty()) {
            return repairable(
                    Subject.CURRENT,
                    pointer.map(version -> "the current version " + version + " is missing")
                            .orElse("no version is current"));
        }
        return pointer.get().equals(receipt.current())
                ? new Ok(Subject.CURRENT, receipt.current() + " is current")
                : repairable(Subject.CURRENT, pointer.get() + " is current, but the receipt says " + receipt.current());
    }

    private Optional<Finding> files(InstallInspector inspector, Receipt receipt, InstalledVersion entry)
            throws CcoException {
        Version version = entry.version();
        if (!home.has(version)) {
            return Optional.of(repairable(Subject.FILES, "the folder of " + version + " is missing"));
        }
        List<FileDamage> damages = new FileCheck(home).check(version);
        if (!damages.isEmpty()) {
            return Optional.of(repairable(
                    Subject.FILES,
                    version + ": "
                            + several(damages.stream().map(FileDamage::toString).toList())));
        }
        Optional<Finding> unable = start(entry);
        if (unable.isPresent()) {
            return unable;
        }
        List<String> unlisted = inspector.unlisted(version);
        if (!unlisted.isEmpty()) {
            return Optional.of(new Note(
                    Subject.FILES,
                    version + " contains files that cco did not install: " + several(unlisted),
                    "move files that you want to keep; they are removed with the version"));
        }
        String kept = version.equals(receipt.current()) ? "" : " (kept for a rollback)";
        return Optional.of(new Ok(Subject.FILES, version + kept + " is intact"));
    }

    /** The files are intact, so a version that does not start lacks something of this machine. */
    private Optional<Finding> start(InstalledVersion entry) {
        StartCheck check = new StartCheck(home);
        Version version = entry.version();
        if (check.hasDamagedArchive(version)) {
            return Optional.of(repairable(Subject.FILES, version + ": its startup archive is damaged"));
        }
        return check.problem(entry)
                .<Finding>map(problem -> new Problem(
                        Subject.FILES,
                        version + " " + problem,
                        "its files are intact: check what it needs on this machine, or ask its publisher"));
    }

    private static String several(List<String> all) {
        return all.getFirst() + (all.size() == 1 ? "" : ", and " + (all.size() - 1) + " more");
    }

    private List<Finding> commands(Receipt receipt) throws CcoException {
        if (receipt.command().isEmpty()) {
            return List.of(
                    new Note(Subject.COMMAND, "no command was created", "run " + home.version(receipt.current())));
        }
        PlatformInstaller installer = context.installer();
        List<CommandProblem> problems = commandCheck().problems(receipt);
        if (problems.isEmpty()) {
            List<String> files = receipt.links().stream()
                    .map(link -> link.file(installer).toString())
                    .toList();
            String start = files.size() == 1 ? " starts " : " start ";
            return List.of(new Ok(Subject.COMMAND, String.join(", ", files) + start + home.app()));
        }
        return problems.stream()
                .<Finding>map(problem -> new Problem(Subject.COMMAND, problem.text(), problem.hint()))
                .toList();
    }

    private CommandCheck commandCheck() throws CcoException {
        return new CommandCheck(home, context.installer(), context.dirs().bin());
    }

    private List<Finding> path(Receipt receipt) throws CcoException {
        if (receipt.command().isEmpty()) {
            return List.of();
        }
        AppCommand command = receipt.command().get();
        if (!path.contains(command.bin())) {
            return List.of(new Note(
                    Subject.PATH,
                    command.bin() + " is not on your PATH",
                    "add it to PATH in your shell's startup file, or run " + command.file(context.installer())));
        }
        List<CommandProblem> shadows = commandCheck().shadows(receipt, path);
        return shadows.isEmpty()
                ? List.of(new Ok(Subject.PATH, command.bin() + " is on your PATH"))
                : shadows.stream()
                        .<Finding>map(problem -> new Note(Subject.PATH, problem.text(), problem.hint()))
                        .toList();
    }

    private Optional<Finding> leftovers(InstallInspector inspector, Receipt receipt) throws CcoException {
        List<Path> leftovers = inspector.leftovers(receipt);
        return Optional.of(
                leftovers.isEmpty()
                        ? new Ok(Subject.LEFTOVERS, "no leftovers of an interrupted run")
                        : repairable(
                                Subject.LEFTOVERS,
                                "leftovers of an interrupted run: "
                                        + several(leftovers.stream()
                                                .map(Path::toString)
                                                .toList())));
    }
}
