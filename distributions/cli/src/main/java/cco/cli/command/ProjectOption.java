package cco.cli.command;

import cco.core.error.UsageException;
import cco.publisher.project.ReleaseProject;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;

/** The option {@code --project}; without it, the file is in the current folder. */
final class ProjectOption {

    @Parameter(names = "--project")
    private Path file = Path.of(ReleaseProject.FILE_NAME);

    ReleaseProject read() throws UsageException {
        return ReleaseProject.read(file);
    }
}
