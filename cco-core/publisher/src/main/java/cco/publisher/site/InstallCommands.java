package cco.publisher.site;

import cco.core.model.AppName;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.InstallLine;
import java.util.Optional;

/** The commands with which users install, update and remove an app. */
final class InstallCommands {

    private final AppDetails app;
    private final RepositoryContents contents;

    InstallCommands(AppDetails app, RepositoryContents contents) {
        this.app = app;
        this.contents = contents;
    }

    /** The line for a POSIX shell; empty if the repository has no install script. */
    Optional<String> shell() {
        return contents.shellScript()
                ? Optional.of(InstallLine.shell(app.address().resolve("install.sh")))
                : Optional.empty();
    }

    /** The line for PowerShell; empty if the repository has no install script. */
    Optional<String> powerShell() {
        return contents.powerShellScript()
                ? Optional.of(InstallLine.powerShell(app.address().resolve("install.ps1")))
                : Optional.empty();
    }

    /** The command of an installed cco; empty for cco itself. */
    Optional<String> cco() {
        if (app.app().equals(AppName.CCO)) {
            return Optional.empty();
        }
        String install = "cco install " + app.app() + " --from " + app.address();
        String root = app.app() + "-root.json";
        return Optional.of(
                contents.root().isEmpty()
                        ? install + " --trust sha256"
                        : "curl -fsSL -o " + root + " " + app.address().resolve(RepositoryContents.ROOT) + "\n"
                                + install + " --root " + root);
    }

    /** The command that updates the app. */
    String update() {
        return app.app().equals(AppName.CCO) ? "cco update" : "cco update " + app.app();
    }

    /** The command that removes the app. */
    String uninstall() {
        return "cco uninstall " + app.app();
    }
}
