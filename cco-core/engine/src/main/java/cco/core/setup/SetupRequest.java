package cco.core.setup;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a setup changes.
 *
 * @param cause why cco is on this machine
 * @param path whether to put the folder of commands on PATH
 * @param completions the texts of completions, by file; existing files stay
 */
public record SetupRequest(Cause cause, PathChoice path, Map<Path, byte[]> completions) {

    /** Why cco is on this machine. */
    public enum Cause {
        /** The user wants cco itself. */
        WANTED,
        /** It has just been installed together with another app. */
        COMPANION,
        /** It was there before. */
        PRESENT
    }

    /** What happens to PATH. */
    public enum PathChoice {
        /** Shells get the folder of commands in their startup files. */
        EDIT,
        /** Startup files stay as they are. */
        LEAVE
    }

    /** Copies the map. */
    public SetupRequest {
        completions = Map.copyOf(completions);
    }
}
