package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.core.env.Env;
import cco.core.error.UsageException;
import cco.publisher.project.Destination;
import cco.publisher.project.ReleaseProject;
import cco.publisher.upload.Uploader;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A repository, named by {@code --repository} or by the project, and the places that it is uploaded to. */
final class PublishedRepository {

    @ParametersDelegate
    private final ProjectOption project = new ProjectOption();

    @Parameter(names = RepositoryOption.NAME)
    private Path folder;

    @Parameter(names = "--to")
    private List<String> to = new ArrayList<>();

    private List<Destination> named = new ArrayList<>();

    void accept(Arguments arguments) throws UsageException {
        arguments.excludes(RepositoryOption.NAME, "--project");
        for (String destination : to) {
            try {
                named.add(Destination.parse(destination));
            } catch (IllegalArgumentException e) {
                throw arguments.refuse(Arguments.invalid("--to", destination, "a place such as rsync:/srv/www"));
            }
        }
    }

    /** The project, unless the repository is named. */
    private Optional<ReleaseProject> project() throws UsageException {
        return folder == null ? Optional.of(project.read()) : Optional.empty();
    }

    Path folder() throws UsageException {
        return folder == null ? project.read().repository() : folder;
    }

    /** The places that options name, or else those of the project. */
    List<Destination> destinations() throws UsageException {
        return !named.isEmpty()
                ? named
                : project().map(ReleaseProject::destinations).orElse(List.of());
    }

    /** The uploader, for which relative places start beside the project. */
    Uploader uploader(Env env) throws UsageException {
        boolean fromProject = named.isEmpty() && folder == null;
        return new Uploader(folder(), fromProject ? project.read().folder() : env.workingDirectory());
    }
}
