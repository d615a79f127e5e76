package cco.source.github;

import cco.api.BadSettingException;
import cco.api.Settings;
import java.util.Optional;

/**
 * What opens private repositories.
 *
 * @param text the secret
 * @param place where it was found, for messages
 */
record Token(String text, String place) {

    /** The configured one, else that of the first variable for this site that is set. */
    static Optional<Token> of(Settings settings, Site site) throws BadSettingException {
        Optional<Token> configured =
                settings.text(GitHubSource.TOKEN).map(text -> new Token(text, "the configuration"));
        Optional<Token> found = configured.or(() -> site.variables().stream()
                .flatMap(name -> settings.variable(name).map(text -> new Token(text, name)).stream())
                .findFirst());
        // Such a text would not be one header, and what is wrong with it may not be shown.
        if (found.isPresent() && !found.get().text().matches("[\\x21-\\x7e]{1,1000}")) {
            throw new BadSettingException(
                    GitHubSource.TOKEN, "what is in " + found.get().place() + " is no token");
        }
        return found;
    }

    @Override
    public String toString() {
        return "the token in " + place;
    }
}
