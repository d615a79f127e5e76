package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.PublishReport;
import cco.cli.report.StatusReport;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.manifest.Manifest;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Version;
import cco.publisher.bootstrap.PublicAddress;
import cco.publisher.project.Destination;
import cco.publisher.project.ReleaseProject;
import cco.publisher.project.RepositoryAddress;
import cco.publisher.publish.ReleasePublisher;
import cco.publisher.publish.RepositoryCopy;
import cco.publisher.repository.PublishedReleases;
import cco.publisher.repository.ReleaseInfo;
import cco.publisher.repository.ReleaseRepository;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.RepositoryCheck;
import cco.publisher.signing.RepositoryStatus;
import cco.publisher.signing.TufRepository;
import cco.publisher.upload.Uploader;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code cco release publish}: adds all builds of a version, signs, checks and uploads. Every step can be repeated, so
 * running the command again completes what was interrupted.
 */
final class ReleasePublishCommand implements Command {

    private static final int EVERYONE = 100;

    @ParametersDelegate
    private final ProjectOption projectFile = new ProjectOption();

    @Parameter(names = "--keys")
    private Path keys;

    @Parameter(names = "--targets-key")
    private String targetsKey;

    @Parameter(names = "--online-key")
    private String onlineKey;

    @Parameter(names = "--date")
    private Instant date;

    @Parameter(names = "--breaking")
    private boolean breaking;

    @Parameter(names = "--critical")
    private boolean critical;

    @Parameter(names = "--rollout")
    private Integer rollout;

    @Parameter(names = "--no-upload")
    private boolean noUpload;

    @Parameter(names = "--dry-run")
    private boolean dryRun;

    private final InstantSource clock = InstantSource.system();
    private Version version;
    private Arguments arguments;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        version = arguments.required("VERSION", Version.class);
        arguments.end();
        arguments.excludes("--critical", "--rollout");
        if (rollout != null && (rollout < 0 || rollout > EVERYONE)) {
            throw arguments.refuse("--rollout needs a number from 0 to " + EVERYONE);
        }
        this.arguments = arguments;
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        ReleaseProject project = projectFile.read();
        PublishReport report = new PublishReport(context.console(), project.app(), version);
        Path cache = context.dirs().cache();
        if (dryRun) {
            WorkFolder.in(cache, work -> preview(project, report, work));
            return ExitCode.OK;
        }
        if (!TufRepository.hasMetadata(project.repository())) {
            throw new UsageException(
                    project.repository() + " has no signing keys yet",
                    "run `cco release init --app " + project.app() + " --repository " + project.repository()
                            + "` once");
        }
        if (!noUpload) {
            requireNothingNewer(project);
        }
        WorkFolder.in(cache, work -> add(context, project, report, work));
        sign(context, project);
        check(context, project, report);
        if (!noUpload) {
            upload(project, report);
        }
        return ExitCode.OK;
    }

    private Path add(CommandContext context, ReleaseProject project, PublishReport report, Path work)
            throws CcoException {
        ReleasePublisher publisher = new ReleasePublisher(project, project.repository());
        ReleaseInfo info = new ReleaseInfo(date == null ? clock.instant() : date, Optional.empty(), breaking, critical);
        report.added(publisher.add(version, info, work));
        if (rollout != null) {
            report.rolledOut(project.channel(version), publisher.rollOut(version, rollout));
        }
        publisher.compress(version).forEach(report::compressed);
        publisher.addDeltas(version).forEach(report::delta);
        writeScripts(context, project);
        publisher.writePages(); // after the scripts: the page shows what is there
        return work;
    }

    /** Without cco's own releases, a publisher can still publish; scripts of an earlier version stay as they are. */
    private void writeScripts(CommandContext context, ReleaseProject project) throws CcoException {
        ScriptWriter scripts = new ScriptWriter(
                context, arguments, project.ccoAddress().map(RepositoryAddress::value), project.ccoRoot());
        if (!project.address().isEncrypted()) {
            context.console().note("no install scripts: users reach the repository without https");
            return;
        }
        if (!project.app().equals(AppName.CCO) && !scripts.knowsCco()) {
            context.console().note("no install scripts: this copy of cco does not know its own releases");
            context.console().hint("name them in the table [installer] of " + project.file());
            return;
        }
        try {
            scripts.write(
                    project.repository(),
                    project.app(),
                    PublicAddress.of(project.address().value()));
        } catch (SourceException e) {
            context.console().note("the install scripts are not renewed: " + e.getMessage());
        }
    }

    /** Signs only what is not signed, so that repeating the command changes nothing. */
    private void sign(CommandContext context, ReleaseProject project) throws CcoException {
        try {
            RepositoryCheck.checkChanged(context.dirs().cache(), project.repository(), clock);
        } catch (VerificationException unsigned) {
            Path folder = keys == null ? project.keys().orElse(null) : keys;
            PublisherKeys signers = new PublisherKeys(context, project.app(), folder)
                    .with(KeyRole.TARGETS, targetsKey)
                    .with(KeyRole.ONLINE, onlineKey);
            RepositoryStatus status = new TufRepository(project.repository(), clock).sign(signers);
            new StatusReport(context.console(), clock).signed("signed", status);
        }
    }

    private void check(CommandContext context, ReleaseProject project, PublishReport report) throws CcoException {
        RepositoryCheck.checkChanged(context.dirs().cache(), project.repository(), clock);
        boolean runsHere = project.platforms().containsKey(Platform.current());
        if (runsHere) {
            WorkFolder.in(context.dirs().cache(), home -> {
                TrialInstall.of(context, project, version, home);
                return home;
            });
        }
        report.checked(runsHere);
    }

    /** Before anything changes here, because a second line of releases cannot be joined with the first. */
    private static void requireNothingNewer(ReleaseProject project) throws CcoException {
        Uploader uploader = new Uploader(project.repository(), project.folder());
        for (Destination destination : project.destinations()) {
            uploader.requireNothingNewer(destination);
        }
    }

    private static void upload(ReleaseProject project, PublishReport report) throws CcoException {
        Uploader uploader = new Uploader(project.repository(), project.folder());
        for (Destination destination : project.destinations()) {
            report.uploading(destination);
            report.uploaded(uploader.upload(destination));
        }
    }

    /** Publishes in a copy of the repository, and compares it with the destinations. */
    private Path preview(ReleaseProject project, PublishReport report, Path work) throws CcoException {
        Path copy = work.resolve("repository");
        RepositoryCopy.of(project.repository(), copy);
        Optional<Manifest> before = Files.exists(copy.resolve(ReleaseRepository.MANIFEST))
                ? Optional.of(new PublishedReleases(copy).manifest())
                : Optional.empty();
        ReleasePublisher publisher = new ReleasePublisher(project, copy);
        publisher.add(version, ReleaseInfo.plain(clock.instant()), work.resolve("packed"));
        publisher.addDeltas(version);
        publisher.writePages();
        report.wouldPublish(before, new PublishedReleases(copy).manifest());
        Uploader uploader = new Uploader(copy, project.folder());
        for (Destination destination : project.destinations()) {
            report.wouldUpload(destination, uploader.preview(destination));
        }
        return copy;
    }
}
