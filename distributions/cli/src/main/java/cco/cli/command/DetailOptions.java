package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.project.ReleaseProject;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.PublishedReleases;
import cco.publisher.repository.WebAddress;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.Optional;

/** A repository and the description of its app for people: from a project, or from options. */
final class DetailOptions {

    private static final String ADDRESS = "--address";

    private static final String[] DETAILS = {ADDRESS, "--description", "--homepage", "--license", "--maintainer"};

    @ParametersDelegate
    private final ProjectOption project = new ProjectOption();

    @Parameter(names = RepositoryOption.NAME)
    private Path folder;

    @Parameter(names = ADDRESS)
    private WebAddress address;

    @Parameter(names = "--description")
    private String description = "";

    @Parameter(names = "--homepage")
    private WebAddress homepage;

    @Parameter(names = "--license")
    private String license;

    @Parameter(names = "--maintainer")
    private String maintainer;

    /** Refuses a mixture of a project and a description by options. */
    void check(Arguments arguments) throws UsageException {
        arguments.excludes("--project", RepositoryOption.NAME);
        arguments.excludes("--project", DETAILS);
        if (folder != null) {
            arguments.requires(ADDRESS);
        } else if (address != null) {
            arguments.requires(RepositoryOption.NAME);
        }
    }

    /** The release repository. */
    Path repository() throws UsageException {
        return folder == null ? project.read().repository() : folder;
    }

    /** The project, unless the options name a repository. */
    Optional<ReleaseProject> project() throws UsageException {
        return folder == null ? Optional.of(project.read()) : Optional.empty();
    }

    AppDetails details() throws CcoException {
        if (folder == null) {
            ReleaseProject read = project.read();
            return read.details()
                    .orElseThrow(() -> new UsageException(
                            read.file() + " does not describe " + read.app(),
                            "add the table [about], and an address that is a URL"));
        }
        return new AppDetails(
                new PublishedReleases(folder).manifest().app(),
                address,
                description,
                Optional.ofNullable(homepage),
                Optional.ofNullable(license),
                Optional.ofNullable(maintainer));
    }
}
