package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.RepositoryReport;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.publisher.project.Destination;
import cco.publisher.repository.PublishedReleases;
import cco.publisher.signing.RepositoryStatus;
import cco.publisher.signing.SignedNames;
import cco.publisher.signing.TufRepository;
import cco.publisher.upload.Uploader;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.time.InstantSource;

/** {@code cco release status}: what is published, signed and uploaded, and what expires when. */
final class ReleaseStatusCommand implements Command {

    @ParametersDelegate
    private final PublishedRepository repository = new PublishedRepository();

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
        repository.accept(arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Path folder = repository.folder();
        RepositoryReport report = new RepositoryReport(
                context.console(), InstantSource.system(), new PublishedReleases(folder).manifest());
        report.channels();
        if (TufRepository.hasMetadata(folder)) {
            report.signatures(RepositoryStatus.of(folder), SignedNames.unsigned(folder));
        } else {
            report.unsigned();
        }
        Uploader uploader = repository.uploader(context.env());
        for (Destination destination : repository.destinations()) {
            try {
                report.destination(uploader.status(destination));
            } catch (SourceException unreadable) {
                report.unreadable(destination, unreadable);
            }
        }
        return ExitCode.OK;
    }
}
