package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.publisher.pack.PackRequest;
import cco.publisher.pack.Packer;
import cco.publisher.pack.ReleaseArchive;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code cco release pack}: creates a release archive from a build. */
final class ReleasePackCommand implements Command {

    @ParametersDelegate
    private final BuildOptions identity = new BuildOptions();

    @Parameter(names = "--output")
    private Path output;

    private Path build;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        build = arguments.required("BUILD", Path.class);
        arguments.end();
        identity.require(arguments);
        arguments.requires("--output");
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        PackRequest request = PackRequest.of(identity.app(), identity.version(), identity.platform(), build);
        Path archive = Files.isRegularFile(build)
                ? repack(request, context.dirs().cache())
                : new Packer().pack(request, output);
        context.console().result(Event.named("packed").with("archive", archive), List.of(archive.toString()));
        return ExitCode.OK;
    }

    /** Packs a build that is a file. An archive that has the right form already is copied. */
    private Path repack(PackRequest request, Path cache) throws CcoException {
        Path archive =
                output.toAbsolutePath().normalize().resolve(request.name().archive());
        return WorkFolder.in(cache, work -> {
            Path made = new ReleaseArchive(work).of(request);
            try {
                if (!Files.exists(archive) || !Files.isSameFile(made, archive)) {
                    copy(made, archive);
                }
                return archive;
            } catch (IOException e) {
                throw new StorageException(
                        "cannot write " + archive + ": " + IoReason.brief(e), "check its space and permissions", e);
            }
        });
    }

    private static void copy(Path made, Path archive) throws IOException {
        DurableFiles.createDirectories(archive.getParent());
        Path temporary = archive.resolveSibling(archive.getFileName() + ".tmp");
        try (InputStream content = Files.newInputStream(made)) {
            Files.deleteIfExists(temporary);
            DurableFiles.create(temporary, content);
            DurableFiles.move(temporary, archive);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
