package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.Suggestion;
import cco.core.model.Version;
import cco.publisher.packaging.PackageFormat;
import cco.publisher.packaging.Packages;
import cco.publisher.repository.AppDetails;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code cco release packages}: makes packages of a version for other package managers. */
final class ReleasePackagesCommand implements Command {

    private static final String FORMAT = "--format";

    @ParametersDelegate
    private final DetailOptions details = new DetailOptions();

    @Parameter(names = FORMAT)
    private List<String> words = new ArrayList<>();

    @Parameter(names = "--output")
    private Path output = Path.of("packages");

    private Version version;
    private Set<PackageFormat> formats;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        version = arguments.required("VERSION", Version.class);
        arguments.end();
        details.check(arguments);
        formats = formats(words);
    }

    private static Set<PackageFormat> formats(List<String> words) throws UsageException {
        Set<PackageFormat> formats = EnumSet.noneOf(PackageFormat.class);
        List<String> known =
                Arrays.stream(PackageFormat.values()).map(PackageFormat::word).toList();
        for (String word : words) {
            if (!known.contains(word)) {
                throw new UsageException(
                        "unknown package format: " + word,
                        Suggestion.nearest(word, known)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("the formats are " + String.join(", ", known)));
            }
            formats.add(PackageFormat.values()[known.indexOf(word)]);
        }
        return words.isEmpty() ? EnumSet.allOf(PackageFormat.class) : formats;
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        AppDetails app = details.details();
        List<Path> made = new Packages(details.repository()).make(app, version, formats, output);
        for (Path file : made) {
            context.console()
                    .report(Event.named("package").with("app", app.app()).with("file", file), file.toString());
        }
        if (made.isEmpty()) {
            context.console().note("version " + version + " has no build for these formats");
        }
        return ExitCode.OK;
    }
}
