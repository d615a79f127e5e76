package cco.publisher.packaging;

import cco.core.error.UsageException;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.WebAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version to package, with the details that package managers require.
 *
 * @param details the app, with description, license and maintainer
 * @param release the version as published
 * @param publisher the name of the maintainer
 * @param email the maintainer's address
 */
record PackageInfo(AppDetails details, Release release, String publisher, String email) {

    private static final Pattern MAINTAINER = Pattern.compile("([^<>@\"]+?) <([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)>");

    static PackageInfo of(AppDetails details, Release release) throws UsageException {
        if (details.description().isEmpty()) {
            throw missing("description", "says hello");
        }
        if (details.license().isEmpty()) {
            throw missing("license", "MIT");
        }
        Matcher maintainer = MAINTAINER.matcher(details.maintainer().orElse(""));
        if (!maintainer.matches()) {
            throw missing("maintainer", "Jane Doe <jane@example.com>");
        }
        return new PackageInfo(details, release, maintainer.group(1), maintainer.group(2));
    }

    private static UsageException missing(String name, String example) {
        return new UsageException(
                "packages need a " + name + " of the app", "give one such as \"" + example + "\" with --" + name);
    }

    AppName app() {
        return details.app();
    }

    Version version() {
        return release.version();
    }

    String description() {
        return details.description();
    }

    String license() {
        return details.license().orElseThrow();
    }

    /** The web site, or the download page. */
    WebAddress homepage() {
        return details.homepage().orElse(details.address());
    }

    /** The address of a published file. */
    String url(RepositoryFile file) {
        return details.address().resolve(file.path());
    }

    /** The address of the release notes, if they have one. */
    Optional<WebAddress> notes() {
        return release.notes().filter(WebAddress::isValid).map(WebAddress::new);
    }

    /** The maintainer in the form of an e-mail header. */
    String maintainer() {
        return publisher + " <" + email + ">";
    }
}
