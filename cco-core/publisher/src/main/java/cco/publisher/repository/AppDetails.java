package cco.publisher.repository;

import cco.core.model.AppName;
import cco.core.model.Printable;
import java.util.Optional;

/**
 * The description of an app for people who look for it, beyond what its manifest says.
 *
 * @param app the app
 * @param address where its release repository is served
 * @param description one line that says what it does; may be empty
 * @param homepage its web site
 * @param license its license, as an SPDX identifier such as {@code MIT}
 * @param maintainer who publishes it, such as {@code Jane Doe <jane@example.com>}
 */
public record AppDetails(
        AppName app,
        WebAddress address,
        String description,
        Optional<WebAddress> homepage,
        Optional<String> license,
        Optional<String> maintainer) {

    /** Removes characters that cannot be shown. */
    public AppDetails {
        description = Printable.of(description);
        license = license.map(Printable::of).filter(text -> !text.isEmpty());
        maintainer = maintainer.map(Printable::of).filter(text -> !text.isEmpty());
    }
}
