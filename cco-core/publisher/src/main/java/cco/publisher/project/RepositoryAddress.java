package cco.publisher.project;

import cco.publisher.repository.WebAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public address of a release repository, as users type it after {@code --from}.
 *
 * @param value a {@link WebAddress}, {@code github:owner/name}, or an absolute path; its characters have no meaning for
 *     a shell
 */
public record RepositoryAddress(String value) {

    private static final String ON_GITHUB = "github:";
    private static final Pattern GITHUB = Pattern.compile(ON_GITHUB + "[A-Za-z0-9-]+/[A-Za-z0-9._-]+");
    private static final Pattern FOLDER = Pattern.compile("/[A-Za-z0-9._~+@/-]*");

    /**
     * Creates an address after checking its form.
     *
     * @throws IllegalArgumentException if it has none of the forms
     */
    public RepositoryAddress {
        if (!WebAddress.isValid(value)
                && !GITHUB.matcher(value).matches()
                && !FOLDER.matcher(value).matches()) {
            throw new IllegalArgumentException("not an address: " + value);
        }
    }

    /** The address for a browser, which {@code --from} accepts too; empty for a folder. */
    public Optional<WebAddress> web() {
        return gitHub().map(name -> "https://github.com/" + name)
                .or(() -> Optional.of(value).filter(WebAddress::isValid))
                .map(WebAddress::new);
    }

    /** The repository on GitHub, as {@code owner/name}; empty elsewhere. */
    public Optional<String> gitHub() {
        return value.startsWith(ON_GITHUB) ? Optional.of(value.substring(ON_GITHUB.length())) : Optional.empty();
    }

    /** Whether users reach it over https. */
    public boolean isEncrypted() {
        return gitHub().isPresent() || value.startsWith("https://");
    }

    @Override
    public String toString() {
        return value;
    }
}
