package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.report.OutcomeReport;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.model.AppName;
import cco.core.setup.MachineSetup;
import cco.core.setup.SetupRequest;
import cco.core.setup.SetupRequest.Cause;
import cco.core.setup.SetupRequest.PathChoice;
import cco.core.update.InstallRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An installation as an install script needs it: the app together with cco, if cco is not installed, then PATH and
 * completions. If one of the two cannot be installed, neither is.
 */
final class SetupInstallation {

    private final CommandContext context;
    private final Console console;
    private final PathChoice path;
    private final MachineSetup setup;
    private final boolean isCcoPresent;

    /** Remembers the state of the machine before the installation. */
    SetupInstallation(CommandContext context, PathChoice path) throws CcoException {
        this.context = context;
        this.console = context.console();
        this.path = path;
        this.setup = new MachineSetup(context.env(), context.dirs(), console::note);
        this.isCcoPresent = isCcoPresent();
    }

    /**
     * Installs the app, and cco before it.
     *
     * @param archive a downloaded archive of cco, so that it need not be downloaded again
     * @param ofCco creates the request for cco, if it is needed
     * @throws CcoException if one cannot be installed; a cco that was installed for it is removed again
     */
    void install(InstallRequest request, Optional<Path> archive, CheckedSupplier<InstallRequest, CcoException> ofCco)
            throws CcoException {
        boolean companion = !isCcoPresent && !request.app().equals(AppName.CCO);
        try {
            if (!isCcoPresent && archive.isPresent()) {
                context.updater().cache().add(AppName.CCO, archive.get());
            }
            if (companion) {
                installAndReport(ofCco.get());
            }
            installAndReport(request);
        } catch (CcoException e) {
            restore(companion);
            throw e;
        }
        boolean wanted = request.app().equals(AppName.CCO);
        Cause cause = wanted ? Cause.WANTED : companion ? Cause.COMPANION : Cause.PRESENT;
        explain(setup.finish(new SetupRequest(cause, path, CompletionInstaller.ofShellsInUse(context.env()))));
    }

    private void installAndReport(InstallRequest request) throws CcoException {
        OutcomeReport.report(console, InstallCommand.install(context, request), request.channel());
    }

    private boolean isCcoPresent() throws CcoException {
        return context.updater().installed().find(AppName.CCO).isPresent();
    }

    private void restore(boolean companion) throws CcoException {
        if (companion && isCcoPresent()) {
            console.note("removing cco again: it was installed only for this app");
            context.uninstaller().uninstall(AppName.CCO);
        }
        if (!isCcoPresent) {
            setup.abandon();
        }
    }

    private void explain(List<Path> edited) throws CcoException {
        Path bin = context.dirs().bin();
        if (edited.isEmpty()) {
            InstallCommand.explainPath(bin, context);
            return;
        }
        String files = edited.stream().map(Path::toString).collect(Collectors.joining(", "));
        console.note("added " + bin + " to PATH in " + files);
        if (!context.env().path().contains(bin)) {
            console.hint(
                    "start a new shell, or run:", ShellPath.of(context.env()).line(bin));
        }
    }
}
