package cco.core.update;

import cco.core.model.AppName;
import cco.core.plan.Target;
import java.util.Objects;
import java.util.Optional;

/**
 * A request to update an installed app.
 *
 * @param app the app
 * @param target the release to install
 * @param source the id of the only configured source to use, or nothing for all of them in order
 * @param offline whether to use only folders and installed versions, and no network
 * @param consent decides whether to install the release that was found
 */
public record UpdateRequest(AppName app, Target target, Optional<String> source, boolean offline, Consent consent) {

    /** Rejects null components. */
    public UpdateRequest {
        Objects.requireNonNull(app);
        Objects.requireNonNull(target);
        Objects.requireNonNull(source);
        Objects.requireNonNull(consent);
    }
}
