package cco.publisher.packaging;

import cco.core.json.JsonText;
import cco.core.model.AppName;
import java.util.LinkedHashMap;
import java.util.Map;

/** A package manager that installs packages of this kind, and what its users type. */
enum PackageManager {
    HOMEBREW("Homebrew", "brew upgrade %s", "brew uninstall %s"),
    SCOOP("Scoop", "scoop update %s", "scoop uninstall %s"),
    CHOCOLATEY("Chocolatey", "choco upgrade %s", "choco uninstall %s"),
    APT("apt", "sudo apt install --only-upgrade %s", "sudo apt remove %s"),
    DNF("dnf", "sudo dnf upgrade %s", "sudo dnf remove %s");

    private final String title;
    private final String update;
    private final String uninstall;

    PackageManager(String title, String update, String uninstall) {
        this.title = title;
        this.update = update;
        this.uninstall = uninstall;
    }

    /** The marker that a package puts into the folder of the app, on one line. */
    String marker(AppName app, String packageName) {
        return marker(app, title, String.format(update, packageName), String.format(uninstall, packageName));
    }

    /** A marker with other commands. */
    static String marker(AppName app, String manager, String update, String uninstall) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("schema", 1L);
        members.put("app", app.value());
        members.put("manager", manager);
        members.put("update", update);
        members.put("uninstall", uninstall);
        return JsonText.line(members);
    }
}
