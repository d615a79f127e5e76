package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.WebAddress;
import com.beust.jcommander.Parameter;
import java.util.Optional;

/** The options that describe an app for people. */
final class DetailOptions {

    @Parameter(names = "--address")
    private WebAddress address;

    @Parameter(names = "--description")
    private String description = "";

    @Parameter(names = "--homepage")
    private WebAddress homepage;

    @Parameter(names = "--license")
    private String license;

    @Parameter(names = "--maintainer")
    private String maintainer;

    void require(Arguments arguments) throws UsageException {
        arguments.requires("--address");
    }

    AppDetails details(AppName app) {
        return new AppDetails(
                app,
                address,
                description,
                Optional.ofNullable(homepage),
                Optional.ofNullable(license),
                Optional.ofNullable(maintainer));
    }
}
