package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.ManifestChangeReport;
import cco.cli.report.PublishReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.publisher.pack.Build;
import cco.publisher.pack.PackRequest;
import cco.publisher.pack.ReleaseArchive;
import cco.publisher.repository.AddRequest;
import cco.publisher.repository.AddResult;
import cco.publisher.repository.KnownPlatforms;
import cco.publisher.repository.ReleaseInfo;
import cco.publisher.repository.ReleaseRepository;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code cco release add}: adds a build to a release repository. */
final class ReleaseAddCommand implements Command {

    @ParametersDelegate
    private final BuildOptions identity = new BuildOptions();

    @ParametersDelegate
    private final RepositoryOption repository = new RepositoryOption();

    @Parameter(names = "--channel")
    private List<Channel> channels = new ArrayList<>();

    @Parameter(names = "--date")
    private Instant date;

    @Parameter(names = "--notes")
    private String notes;

    @Parameter(names = "--breaking")
    private boolean breaking;

    @Parameter(names = "--critical")
    private boolean critical;

    @ParametersDelegate
    private final ProgramOptions named = new ProgramOptions();

    @Parameter(names = "--smoke")
    private String smoke = "--version";

    @Parameter(names = "--no-smoke")
    private boolean noSmoke;

    @Parameter(names = "--untested")
    private boolean untested;

    private Path build;
    private Programs programs;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        build = arguments.required("BUILD", Path.class);
        arguments.end();
        identity.require(arguments);
        repository.require(arguments);
        arguments.excludes("--smoke", "--no-smoke");
        programs = named.programs(identity.app(), arguments);
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        report(context, add(context.dirs().cache()));
        return ExitCode.OK;
    }

    AddRequest request(Path archive) {
        ReleaseInfo announcement =
                new ReleaseInfo(date == null ? Instant.now() : date, Optional.ofNullable(notes), breaking, critical);
        List<String> smokeArguments =
                noSmoke ? List.of() : List.of(smoke.strip().split("\\s+"));
        Build packed = new Build(identity.platform(), archive, programs, smokeArguments);
        return new AddRequest(
                identity.app(), identity.version(), packed, announcement, Set.copyOf(channels), Optional.empty());
    }

    private AddResult add(Path cache) throws CcoException {
        if (!Files.exists(build)) {
            throw new UsageException("there is no " + build, "name the folder, archive or program of the build");
        }
        return WorkFolder.in(cache, work -> add(new ReleaseArchive(work)));
    }

    private AddResult add(ReleaseArchive archives) throws CcoException {
        KnownPlatforms.require(identity.platform());
        PackRequest packing = new PackRequest(
                identity.app(), identity.version(), identity.platform(), build, programs, PackRequest.EARLIEST);
        Path archive = archives.of(packing);
        AddRequest request = request(archive);
        if (!untested && !noSmoke && identity.platform().equals(Platform.current())) {
            archives.requireStarts(packing, archive, request.build().smokeArguments());
        }
        return new ReleaseRepository(repository.folder()).add(request);
    }

    private void report(CommandContext context, AddResult added) throws UsageException {
        new PublishReport(context.console(), identity.app(), identity.version()).added(identity.platform(), added);
        ManifestChangeReport.remindToSign(
                context.console(), repository.folder(), context.dirs().keys(identity.app()));
    }
}
