package cco.cli.command;

import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.StorageException;
import cco.core.error.VerificationException;
import cco.core.model.HostProduct;
import cco.core.model.Platform;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.update.InstallRequest;
import cco.core.update.Updater;
import cco.publisher.project.ReleaseProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Installs a published version as a new user does, in a temporary home. */
final class TrialInstall {

    private TrialInstall() {}

    /**
     * Installs the version from the folder of the repository.
     *
     * @param home an empty folder
     * @throws VerificationException if the version cannot be installed
     * @throws StorageException if this machine cannot write its files
     */
    static void of(CommandContext context, ReleaseProject project, Version version, Path home) throws CcoException {
        Env env = new Env(Map.of("CCO_HOME", home.toString()));
        HostProduct product = new HostProduct(version, Platform.current(), Optional.empty());
        Path root = project.repository().resolve("metadata").resolve("1.root.json");
        InstallRequest request = new InstallRequest(
                project.app(),
                "file",
                Map.of("path", project.repository().toString()),
                TrustOptions.of(project.app(), Optional.empty(), Optional.of(root), Optional.empty(), Optional.empty()),
                Optional.of(project.channel(version)),
                Optional.of(version),
                Optional.empty());
        try {
            new Updater(env, Dirs.of(env), context.providers(), product, ProgressListener.NONE).install(request);
        } catch (CcoException e) {
            String what = project.app() + " " + version + ": " + e.getMessage();
            throw isAboutThisMachine(e)
                    ? new StorageException("cannot try to install " + what, e.hint(), e)
                    : new VerificationException("a client cannot install " + what, e.hint(), e);
        }
    }

    /** A full disk says nothing about the version, but a program that cannot be started does. */
    private static boolean isAboutThisMachine(CcoException failure) {
        return failure instanceof StorageException
                || failure instanceof InstallException
                        && failure.getCause() instanceof IOException cause
                        && !String.valueOf(cause.getMessage()).startsWith("Cannot run program ");
    }
}
