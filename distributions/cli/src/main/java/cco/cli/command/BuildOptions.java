package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Version;
import com.beust.jcommander.Parameter;

/** The options that identify a build; all are required. */
final class BuildOptions {

    @Parameter(names = "--app")
    private AppName app;

    @Parameter(names = "--version")
    private Version version;

    @Parameter(names = "--platform")
    private Platform platform;

    void require(Arguments arguments) throws UsageException {
        arguments.requires("--app", "--version", "--platform");
    }

    AppName app() {
        return app;
    }

    Version version() {
        return version;
    }

    Platform platform() {
        return platform;
    }
}
