package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.PublishReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.project.Destination;
import cco.publisher.repository.PublishedReleases;
import cco.publisher.signing.RepositoryCheck;
import cco.publisher.signing.TufRepository;
import cco.publisher.upload.Uploader;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** {@code cco release upload}: uploads a repository in an order that never shows users half a release. */
final class ReleaseUploadCommand implements Command {

    @ParametersDelegate
    private final PublishedRepository repository = new PublishedRepository();

    @Parameter(names = "--force")
    private boolean force;

    @Parameter(names = "--dry-run")
    private boolean dryRun;

    private Arguments arguments;

    @Override
    public void accept(Arguments given) throws UsageException {
        arguments = given;
        given.end();
        repository.accept(given);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Path folder = repository.folder();
        List<Destination> destinations = repository.destinations();
        if (destinations.isEmpty()) {
            throw arguments.refuse("there is no place to upload to: name one with --to, or in [upload] of the project");
        }
        PublishReport report = PublishReport.of(context.console(), new PublishedReleases(folder).manifest());
        if (TufRepository.hasMetadata(folder)) {
            RepositoryCheck.checkChanged(context.dirs().cache(), folder, InstantSource.system());
        }
        Uploader uploader = repository.uploader(context.env());
        for (Destination destination : destinations) {
            if (dryRun) {
                report.wouldUpload(destination, uploader.preview(destination));
            } else {
                report.uploading(destination);
                report.uploaded(force ? uploader.replace(destination) : uploader.upload(destination));
            }
        }
        return ExitCode.OK;
    }
}
