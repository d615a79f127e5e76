package cco.core.install;

import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.model.Version;

/**
 * The story of a failure after the switch: the version is current, but something is left to do. Such a failure is a
 * notice.
 *
 * @param version the version that is current now
 */
public record AfterSwitch(AppName app, Version version) {

    /** The notice of an error, with its hint. */
    public String but(CcoException error) {
        return but(error.getMessage()) + "; " + error.hint();
    }

    /** The notice of a failure whose message starts with a verb, such as {@code cannot write …}. */
    public String but(String failure) {
        return app + " " + version + " is current, but cco " + failure;
    }
}
