package cco.core.update;

import cco.core.model.AppName;
import cco.core.plan.Target;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user wants of one app that is installed.
 *
 * @param app the app
 * @param target the release
 * @param source the one configured source to use, or nothing for all of them in their order
 * @param offline use no network: only sources that are folders, and versions that are installed already
 * @param consent asked once, when there is something to install
 */
public record UpdateRequest(AppName app, Target target, Optional<String> source, boolean offline, Consent consent) {

    public UpdateRequest {
        Objects.requireNonNull(app);
        Objects.requireNonNull(target);
        Objects.requireNonNull(source);
        Objects.requireNonNull(consent);
    }
}
