package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.model.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command and the program of the current version that it starts.
 *
 * @param command the command
 * @param program the program's path in the version's folder
 */
public record ProgramLink(AppCommand command, String program) {

    /**
     * The commands of a version, all in one folder, the app's own first. It keeps its name if another command has the
     * same.
     */
    public static List<ProgramLink> of(AppCommand own, Programs programs) {
        List<ProgramLink> links = new ArrayList<>();
        links.add(new ProgramLink(own, programs.executable()));
        programs.commands().forEach((name, program) -> {
            if (!name.equalsIgnoreCase(own.name())) {
                links.add(new ProgramLink(new AppCommand(own.bin(), name), program));
            }
        });
        return links;
    }

    /** The file that the user starts, as the installer names it. */
    public Path file(PlatformInstaller installer) {
        return command.file(installer);
    }
}
