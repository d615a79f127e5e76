package cco.source.github;

import cco.api.BadSettingException;
import cco.api.Settings;
import java.util.Optional;

/**
 * A token for private repositories.
 *
 * @param text the secret
 * @param place its place, for messages
 */
record Token(String text, String place) {

    /** The configured token, or else the first variable of this site that is set. */
    static Optional<Token> of(Settings settings, Site site) throws BadSettingException {
        Optional<Token> configured =
                settings.text(GitHubSource.TOKEN).map(text -> new Token(text, "the configuration"));
        Optional<Token> found = configured.or(() -> site.variables().stream()
                .flatMap(name -> settings.variable(name).map(text -> new Token(text, name)).stream())
                .findFirst());
        // Such a text is not a valid header value, and it must not be shown.
        if (found.isPresent() && !found.get().text().matches("[\\x21-\\x7e]{1,1000}")) {
            throw new BadSettingException(
                    GitHubSource.TOKEN, "the value in " + found.get().place() + " is not a token");
        }
        return found;
    }

    @Override
    public String toString() {
        return "the token in " + place;
    }
}
